package org.tallybook.tracker.tracker.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.field.Durations;
import org.tallybook.tracker.field.ExactValueReader;
import org.tallybook.tracker.tracker.domain.Goal;
import org.tallybook.tracker.tracker.domain.GoalDraft;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerType;

/** A goal in both directions. */
@Schema(
        name = "Goal",
        requiredProperties = {"kind", "target", "period"})
public record GoalJson(
        @Schema(enumeration = {"AT_LEAST", "AT_MOST"}) @Nullable
        String kind,

        @Schema(
                oneOf = {Number.class, String.class},
                description = "NUMERIC: the sum. DURATION: the sum, written like a value. RATING: the average."
                        + " All others: the number of logs, those that say no not counted.")
        @JsonDeserialize(using = ExactValueReader.class)
        @Nullable
        Object target,

        @Schema(enumeration = {"DAY", "WEEK", "MONTH"}) @Nullable
        String period) {

    static @Nullable GoalJson of(TrackerDefinition definition) {
        Goal goal = definition.plan().goal();
        if (goal == null) {
            return null;
        }
        boolean length = definition.type() == TrackerType.DURATION;
        Object target = length ? Durations.ofSeconds(goal.target()).toString() : goal.target();
        return new GoalJson(goal.kind().name(), target, goal.period().name());
    }

    static @Nullable GoalDraft draft(@Nullable GoalJson json) {
        return json == null ? null : new GoalDraft(json.kind(), json.target(), json.period());
    }
}
