package org.tallybook.report.preference.api;

import java.time.DayOfWeek;
import org.tallybook.report.preference.domain.MailFormat;
import org.tallybook.report.preference.domain.Notification;
import org.tallybook.report.preference.domain.Preferences;

/** The preferences that apply, defaults included. */
public record PreferencesResponse(
        Notification notification,
        String notificationTime,
        DayOfWeek weekday,
        MailFormat reportFormat,
        boolean reportEnabled,
        String reportTime) {

    static PreferencesResponse of(Preferences preferences) {
        return new PreferencesResponse(
                preferences.notification(),
                preferences.notificationTime().toString(),
                preferences.weekday(),
                preferences.reportFormat(),
                preferences.reportEnabled(),
                preferences.reportTime().toString());
    }
}
