package org.tallybook.tracker.log.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogValue;
import org.tallybook.tracker.log.domain.Reminder;

/**
 * The data of {@code log.recorded.v1} and {@code log.updated.v1}.
 *
 * @param value the amount as a plain decimal; null for a note, whose text stays in this service
 */
record LogState(
        UUID logId,
        UUID trackerId,
        UUID userId,
        long version,
        @Nullable String value,
        @Nullable String description,
        @Nullable String emotion,
        Instant occurredAt,
        String zoneId,
        LocalDate localDate,
        String status,
        @Nullable ReminderState reminder,
        Instant createdAt,
        Instant updatedAt) {

    record ReminderState(String message, Instant at) {}

    static LogState of(LogEntry entry) {
        LogContent content = entry.content();
        return new LogState(
                entry.id().value(),
                entry.trackerId().value(),
                entry.owner(),
                entry.version(),
                decimal(content.value()),
                content.description(),
                content.emotion() == null ? null : content.emotion().name(),
                content.occurredAt(),
                content.zone().getId(),
                entry.localDate(),
                content.status().name(),
                reminder(content.reminder()),
                entry.createdAt(),
                entry.updatedAt());
    }

    private static @Nullable String decimal(@Nullable LogValue value) {
        return value instanceof LogValue.Amount amount ? amount.number().toPlainString() : null;
    }

    private static @Nullable ReminderState reminder(@Nullable Reminder reminder) {
        return reminder == null ? null : new ReminderState(reminder.message(), reminder.at());
    }
}
