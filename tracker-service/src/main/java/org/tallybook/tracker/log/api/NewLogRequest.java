package org.tallybook.tracker.log.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldError;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.creation.ChosenId;
import org.tallybook.tracker.field.ExactValueReader;
import org.tallybook.tracker.log.domain.LogDraft;

/** A log to record. */
@Schema(name = "NewLog")
public record NewLogRequest(
        @Schema(description = "UUIDv7 of the client's choice; makes the call repeatable.") @Nullable
        UUID id,

        @Schema(
                oneOf = {Number.class, String.class, Boolean.class},
                description = LogValues.WRITTEN)
        @JsonDeserialize(using = ExactValueReader.class)
        @Nullable
        Object value,

        @Schema(maxLength = 2000) @Nullable String description,
        @Schema(examples = "HAPPY") @Nullable String emotion,

        @Schema(format = "date-time", description = "At most five minutes ahead; now if left out.") @Nullable
        String occurredAt,

        @Schema(examples = "Europe/Berlin", description = "Your own zone if left out.") @Nullable
        String zoneId,

        @Schema(
                enumeration = {"DONE", "SKIPPED"},
                defaultValue = "DONE")
        @Nullable
        String status,

        @Nullable ReminderJson reminder)
        implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        ChosenId.check(id, errors);
    }

    LogDraft draft(List<FieldError> faults) {
        return new LogDraft(
                value, description, emotion, occurredAt, zoneId, status, ReminderJson.draft(reminder), faults);
    }
}
