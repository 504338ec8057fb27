package org.tallybook.tracker.tracker.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.tracker.domain.PlanDraft;

/** The members of a tracker that make up its plan. */
final class PlanJson {

    private PlanJson() {}

    static PlanDraft draft(
            @Nullable GoalJson goal, @Nullable ScheduleJson schedule, @Nullable List<@Nullable PauseJson> pauses) {
        return new PlanDraft(
                GoalJson.draft(goal),
                ScheduleJson.draft(schedule),
                pauses == null ? null : pauses.stream().map(PauseJson::draft).toList());
    }
}
