package org.tallybook.report.preference.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * What a user wants to receive, and when in local time.
 *
 * @param weekday of the weekly notification
 * @param reportTime when the report goes out on the first of the month
 * @param version 0 for the defaults, one more at each change
 */
public record Preferences(
        Notification notification,
        LocalTime notificationTime,
        DayOfWeek weekday,
        MailFormat reportFormat,
        boolean reportEnabled,
        LocalTime reportTime,
        long version) {

    private static final LocalTime EVENING = LocalTime.of(20, 0);

    /** What applies until a user says otherwise. */
    public static final Preferences DEFAULTS =
            new Preferences(Notification.DAILY, EVENING, DayOfWeek.MONDAY, MailFormat.HTML, true, EVENING, 0);
}
