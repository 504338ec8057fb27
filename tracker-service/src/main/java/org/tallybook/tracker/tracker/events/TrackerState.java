package org.tallybook.tracker.tracker.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.tracker.domain.Goal;
import org.tallybook.tracker.tracker.domain.Pause;
import org.tallybook.tracker.tracker.domain.RatingScale;
import org.tallybook.tracker.tracker.domain.Schedule;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;

/** The data of {@code tracker.created.v1} and {@code tracker.updated.v1}. */
record TrackerState(
        UUID trackerId,
        UUID userId,
        long version,
        String name,
        @Nullable String description,
        String type,
        @Nullable String whatToTrack,
        @Nullable String unit,
        @Nullable String color,
        @Nullable String icon,
        List<String> tags,
        List<String> choices,
        @Nullable RatingScale scale,
        @Nullable GoalState goal,
        @Nullable ScheduleState schedule,
        List<Pause> pauses,
        boolean archived,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A goal.
     *
     * @param target a plain decimal; of a duration tracker in seconds
     */
    record GoalState(String kind, String target, String period) {

        static @Nullable GoalState of(@Nullable Goal goal) {
            return goal == null
                    ? null
                    : new GoalState(
                            goal.kind().name(),
                            goal.target().toPlainString(),
                            goal.period().name());
        }
    }

    /** A schedule: so many times in so many days, or on weekdays; what it is not is null. */
    record ScheduleState(
            @Nullable Integer times,
            @Nullable Integer days,
            @Nullable List<String> weekdays) {

        static @Nullable ScheduleState of(@Nullable Schedule schedule) {
            if (schedule instanceof Schedule.Frequency frequency) {
                return new ScheduleState(frequency.times(), frequency.days(), null);
            }
            return schedule instanceof Schedule.Weekdays weekdays
                    ? new ScheduleState(
                            null, null, weekdays.days().stream().map(Enum::name).toList())
                    : null;
        }
    }

    static TrackerState of(Tracker tracker) {
        TrackerDefinition definition = tracker.definition();
        return new TrackerState(
                tracker.id().value(),
                tracker.owner(),
                tracker.version(),
                definition.name(),
                definition.description(),
                definition.type().name(),
                definition.whatToTrack(),
                definition.unit(),
                definition.color(),
                definition.icon(),
                definition.tags(),
                definition.choices(),
                definition.scale(),
                GoalState.of(definition.plan().goal()),
                ScheduleState.of(definition.plan().schedule()),
                definition.plan().pauses(),
                definition.archived(),
                tracker.createdAt(),
                tracker.updatedAt());
    }
}
