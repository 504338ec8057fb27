package org.tallybook.tracker.log.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogStatus;

/** A log as clients see it. */
@Schema(name = "Log")
public record LogResponse(
        UUID id,
        UUID trackerId,

        @Schema(
                oneOf = {Number.class, String.class, Boolean.class},
                description = LogValues.ANSWERED)
        @Nullable
        Object value,

        @Nullable String description,
        @Nullable String emotion,
        Instant occurredAt,
        String zoneId,

        @Schema(description = "Your day when the log was written, under your zone and day start then.")
        LocalDate localDate,

        LogStatus status,
        @Nullable ReminderJson reminder,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static LogResponse of(LogEntry entry) {
        LogContent content = entry.content();
        return new LogResponse(
                entry.id().value(),
                entry.trackerId().value(),
                LogValues.toJson(content.value()),
                content.description(),
                content.emotion() == null ? null : content.emotion().name(),
                content.occurredAt(),
                content.zone().getId(),
                entry.localDate(),
                content.status(),
                ReminderJson.of(content.reminder()),
                entry.version(),
                entry.createdAt(),
                entry.updatedAt());
    }
}
