package org.tallybook.tracker.tracker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.tracker.domain.PlanDraft.ScheduleDraft;
import org.tallybook.tracker.tracker.domain.Schedule;

/** A schedule in both directions: so many times in so many days, or on weekdays. */
@Schema(name = "Schedule", description = "Either times and days, or weekdays. Every day if left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleJson(
        @Schema(minimum = "1", description = "At most days") @Nullable
        Integer times,

        @Schema(minimum = "1", maximum = "365") @Nullable Integer days,

        @Schema(description = "MONDAY to SUNDAY, at least one") @Nullable
        List<@Nullable String> weekdays) {

    static @Nullable ScheduleJson of(@Nullable Schedule schedule) {
        if (schedule instanceof Schedule.Frequency frequency) {
            return new ScheduleJson(frequency.times(), frequency.days(), null);
        }
        return schedule instanceof Schedule.Weekdays weekdays
                ? new ScheduleJson(
                        null, null, weekdays.days().stream().map(Enum::name).toList())
                : null;
    }

    static @Nullable ScheduleDraft draft(@Nullable ScheduleJson json) {
        return json == null ? null : new ScheduleDraft(json.times(), json.days(), json.weekdays());
    }
}
