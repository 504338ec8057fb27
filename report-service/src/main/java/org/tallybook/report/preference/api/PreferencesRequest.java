package org.tallybook.report.preference.api;

import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.preference.domain.MailFormat;
import org.tallybook.report.preference.domain.Notification;
import org.tallybook.report.preference.domain.Preferences;

/** All preferences; what is left out goes back to its default. Times are local, {@code HH:mm}. */
public record PreferencesRequest(
        @Nullable Notification notification,
        @Pattern(regexp = TIME) @Nullable String notificationTime,
        @Nullable DayOfWeek weekday,
        @Nullable MailFormat reportFormat,
        @Nullable Boolean reportEnabled,
        @Pattern(regexp = TIME) @Nullable String reportTime) {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    Preferences toPreferences() {
        Preferences defaults = Preferences.DEFAULTS;
        return new Preferences(
                or(notification, defaults.notification()),
                time(notificationTime, defaults.notificationTime()),
                or(weekday, defaults.weekday()),
                or(reportFormat, defaults.reportFormat()),
                or(reportEnabled, defaults.reportEnabled()),
                time(reportTime, defaults.reportTime()),
                0);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static LocalTime time(@Nullable String given, LocalTime otherwise) {
        return given == null ? otherwise : LocalTime.parse(given);
    }
}
