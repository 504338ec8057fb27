package org.tallybook.tracker.tracker.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerDraft;

/** The whole definition of a tracker, to replace the stored one. */
@Schema(name = "TrackerChange", requiredProperties = "name")
public record TrackerRequest(
        @Schema(minLength = 1, maxLength = 100) @Nullable String name,
        @Schema(maxLength = 2000) @Nullable String description,

        @Schema(
                enumeration = {"NOTE", "NUMERIC", "BOOLEAN", "DURATION", "CHOICE", "RATING"},
                description = "May be left out; cannot be changed.")
        @Nullable
        String type,

        @Schema(maxLength = 100, description = "Required for NUMERIC, refused for NOTE.") @Nullable
        String whatToTrack,

        @Schema(maxLength = 40, description = "Required for NUMERIC, refused for all others.") @Nullable
        String unit,

        @Schema(examples = "#3366cc") @Nullable String color,
        @Schema(maxLength = 64) @Nullable String icon,
        @Schema(maxItems = 20) @Nullable List<@Nullable String> tags,

        @Schema(maxItems = 50, description = "Required for CHOICE, refused for all others.") @Nullable
        List<@Nullable String> choices,

        @Nullable ScaleJson scale,
        @Nullable GoalJson goal,
        @Nullable ScheduleJson schedule,
        @Schema(maxItems = 100) @Nullable List<@Nullable PauseJson> pauses,
        @Nullable Boolean archived)
        implements Checkable {

    static TrackerRequest of(TrackerDefinition definition) {
        return new TrackerRequest(
                definition.name(),
                definition.description(),
                definition.type().name(),
                definition.whatToTrack(),
                definition.unit(),
                definition.color(),
                definition.icon(),
                definition.tags(),
                definition.choices(),
                ScaleJson.of(definition.scale()),
                GoalJson.of(definition),
                ScheduleJson.of(definition.plan().schedule()),
                PauseJson.of(definition.plan().pauses()),
                definition.archived());
    }

    @Override
    public void check(FieldErrors errors) {
        draft().check(errors);
    }

    TrackerDraft draft() {
        return new TrackerDraft(
                name,
                description,
                type,
                whatToTrack,
                unit,
                color,
                icon,
                tags,
                choices,
                ScaleJson.draft(scale),
                PlanJson.draft(goal, schedule, pauses),
                archived);
    }
}
