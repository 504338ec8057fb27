package org.tallybook.tracker.log.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.tracker.emotion.domain.Emotion;
import org.tallybook.tracker.field.Durations;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.domain.LogStatus;
import org.tallybook.tracker.log.domain.LogValue;
import org.tallybook.tracker.log.domain.Reminder;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** A row of the table {@code log_entry}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "LogEntry")
@Table(name = "log_entry")
@NullUnmarked
class LogRow {

    @Id
    UUID id;

    @Column(name = "tracker_id", updatable = false)
    UUID trackerId;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    long version;
    String status;
    BigDecimal amount;
    String note;
    Boolean answer;
    BigDecimal seconds;
    String choice;
    Short rating;
    String description;
    String emotion;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "zone_id")
    String zoneId;

    @Column(name = "local_date")
    LocalDate localDate;

    @Column(name = "reminder_message")
    String reminderMessage;

    @Column(name = "reminder_at")
    Instant reminderAt;

    @Column(updatable = false)
    String fingerprint;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    static LogRow of(LogEntry entry, String fingerprint) {
        LogRow row = new LogRow();
        row.id = entry.id().value();
        row.trackerId = entry.trackerId().value();
        row.userId = entry.owner();
        row.fingerprint = fingerprint;
        row.createdAt = entry.createdAt();
        row.take(entry);
        return row;
    }

    /** Takes over everything that may change. */
    void take(LogEntry entry) {
        LogContent content = entry.content();
        version = entry.version();
        status = content.status().name();
        takeValue(content.value());
        description = content.description();
        emotion = content.emotion() == null ? null : content.emotion().name();
        occurredAt = content.occurredAt();
        zoneId = content.zone().getId();
        localDate = entry.localDate();
        reminderMessage = content.reminder() == null ? null : content.reminder().message();
        reminderAt = content.reminder() == null ? null : content.reminder().at();
        updatedAt = entry.updatedAt();
    }

    /** A column for each type of value, of which a log that is done fills exactly one. */
    private void takeValue(LogValue value) {
        amount = value instanceof LogValue.Amount given ? given.number() : null;
        note = value instanceof LogValue.Note given ? given.text() : null;
        answer = value instanceof LogValue.Answer given ? given.yes() : null;
        seconds = value instanceof LogValue.Span given ? Durations.toSeconds(given.length()) : null;
        choice = value instanceof LogValue.Choice given ? given.name() : null;
        rating = value instanceof LogValue.Rating given ? Short.valueOf((short) given.points()) : null;
    }

    boolean isIn(UUID owner, TrackerId tracker) {
        return userId.equals(owner) && trackerId.equals(tracker.value());
    }

    LogEntry toEntry() {
        var content = new LogContent(
                value(),
                description,
                emotion == null ? null : new Emotion(emotion),
                occurredAt,
                ZoneId.of(zoneId),
                LogStatus.valueOf(status),
                reminderAt == null ? null : new Reminder(reminderMessage, reminderAt));
        return new LogEntry(
                new LogId(id), new TrackerId(trackerId), userId, version, content, localDate, createdAt, updatedAt);
    }

    private LogValue value() {
        if (amount != null) {
            return new LogValue.Amount(amount);
        }
        if (note != null) {
            return new LogValue.Note(note);
        }
        if (answer != null) {
            return new LogValue.Answer(answer);
        }
        if (seconds != null) {
            return new LogValue.Span(Durations.ofSeconds(seconds));
        }
        if (choice != null) {
            return new LogValue.Choice(choice);
        }
        return rating == null ? null : new LogValue.Rating(rating);
    }
}
