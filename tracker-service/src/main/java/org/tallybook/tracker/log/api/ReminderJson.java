package org.tallybook.tracker.log.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.log.domain.LogDraft.ReminderDraft;
import org.tallybook.tracker.log.domain.Reminder;

/** A reminder in both directions. */
@Schema(
        name = "Reminder",
        requiredProperties = {"message", "at"})
public record ReminderJson(
        @Schema(minLength = 1, maxLength = 500) @Nullable String message,
        @Schema(format = "date-time") @Nullable String at) {

    static @Nullable ReminderJson of(@Nullable Reminder reminder) {
        return reminder == null
                ? null
                : new ReminderJson(reminder.message(), reminder.at().toString());
    }

    static @Nullable ReminderDraft draft(@Nullable ReminderJson json) {
        return json == null ? null : new ReminderDraft(json.message(), json.at());
    }
}
