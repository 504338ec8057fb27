package org.tallybook.tracker.log.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.field.Durations;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogValue;
import org.tallybook.tracker.log.domain.Reminder;

/**
 * The data of {@code log.recorded.v1} and {@code log.updated.v1}.
 *
 * @param value a plain decimal: the amount, the rating, the seconds of a duration, 1 for yes and 0 for no; null for a
 *     choice, and for a note, whose text stays in this service
 * @param choice the name of the choice; null for other types
 */
record LogState(
        UUID logId,
        UUID trackerId,
        UUID userId,
        long version,
        @Nullable String value,
        @Nullable String choice,
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
                content.value() instanceof LogValue.Choice chosen ? chosen.name() : null,
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
        if (value instanceof LogValue.Amount amount) {
            return amount.number().toPlainString();
        }
        if (value instanceof LogValue.Span span) {
            return Durations.toSeconds(span.length()).toPlainString();
        }
        if (value instanceof LogValue.Answer answer) {
            return answer.yes() ? "1" : "0";
        }
        return value instanceof LogValue.Rating rating ? Integer.toString(rating.points()) : null;
    }

    private static @Nullable ReminderState reminder(@Nullable Reminder reminder) {
        return reminder == null ? null : new ReminderState(reminder.message(), reminder.at());
    }
}
