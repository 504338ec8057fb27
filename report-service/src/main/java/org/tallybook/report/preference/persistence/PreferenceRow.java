package org.tallybook.report.preference.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.report.preference.domain.MailFormat;
import org.tallybook.report.preference.domain.Notification;
import org.tallybook.report.preference.domain.Preferences;

/** A row of the table {@code preference}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Preference")
@Table(name = "preference")
@NullUnmarked
class PreferenceRow {

    @Id
    @Column(name = "user_id")
    UUID userId;

    long version;

    @Enumerated(EnumType.STRING)
    Notification notification;

    @Column(name = "notification_time")
    LocalTime notificationTime;

    @Enumerated(EnumType.STRING)
    DayOfWeek weekday;

    @Enumerated(EnumType.STRING)
    @Column(name = "report_format")
    MailFormat reportFormat;

    @Column(name = "report_enabled")
    boolean reportEnabled;

    @Column(name = "report_time")
    LocalTime reportTime;

    Preferences toPreferences() {
        return new Preferences(
                notification, notificationTime, weekday, reportFormat, reportEnabled, reportTime, version);
    }

    PreferenceRow take(Preferences preferences) {
        notification = preferences.notification();
        notificationTime = preferences.notificationTime();
        weekday = preferences.weekday();
        reportFormat = preferences.reportFormat();
        reportEnabled = preferences.reportEnabled();
        reportTime = preferences.reportTime();
        version++;
        return this;
    }
}
