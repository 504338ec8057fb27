package org.tallybook.tracker.log.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldError;
import org.tallybook.tracker.field.ExactValueReader;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogDraft;

/**
 * The whole content of a log, to replace the stored one. Its values are judged by the tracker's type and hence by the
 * domain, all of them together.
 */
@Schema(name = "LogChange")
public record LogRequest(
        @Schema(
                oneOf = {Number.class, String.class, Boolean.class},
                description = LogValues.WRITTEN)
        @JsonDeserialize(using = ExactValueReader.class)
        @Nullable
        Object value,

        @Schema(maxLength = 2000) @Nullable String description,
        @Schema(examples = "HAPPY") @Nullable String emotion,

        @Schema(format = "date-time", description = "At most five minutes ahead; the stored instant if left out.")
        @Nullable
        String occurredAt,

        @Schema(examples = "Europe/Berlin", description = "The stored zone if left out.") @Nullable
        String zoneId,

        @Schema(
                enumeration = {"DONE", "SKIPPED"},
                defaultValue = "DONE")
        @Nullable
        String status,

        @Nullable ReminderJson reminder) {

    static LogRequest of(LogContent content) {
        return new LogRequest(
                LogValues.toJson(content.value()),
                content.description(),
                content.emotion() == null ? null : content.emotion().name(),
                content.occurredAt().toString(),
                content.zone().getId(),
                content.status().name(),
                ReminderJson.of(content.reminder()));
    }

    LogDraft draft(List<FieldError> faults) {
        return new LogDraft(
                value, description, emotion, occurredAt, zoneId, status, ReminderJson.draft(reminder), faults);
    }
}
