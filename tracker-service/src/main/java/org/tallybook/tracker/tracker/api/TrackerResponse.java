package org.tallybook.tracker.tracker.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerType;

/** A tracker as clients see it. */
@Schema(name = "Tracker")
public record TrackerResponse(
        UUID id,
        String name,
        @Nullable String description,
        TrackerType type,
        @Nullable String whatToTrack,
        @Nullable String unit,
        @Nullable String color,
        @Nullable String icon,
        List<String> tags,
        List<String> choices,
        @Nullable ScaleJson scale,
        @Nullable GoalJson goal,
        @Nullable ScheduleJson schedule,
        List<PauseJson> pauses,
        boolean archived,

        @Schema(description = "Your own order, for ?sort=position; changed by PUT /api/v1/trackers/order")
        long position,

        long logCount,

        @Schema(description = "When the latest log happened; null without logs.") @Nullable
        Instant lastLogAt,

        long version,
        Instant createdAt,
        Instant updatedAt) {

    static TrackerResponse of(Tracker tracker) {
        TrackerDefinition definition = tracker.definition();
        return new TrackerResponse(
                tracker.id().value(),
                definition.name(),
                definition.description(),
                definition.type(),
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
                definition.archived(),
                tracker.position(),
                tracker.tally().count(),
                tracker.tally().lastAt(),
                tracker.version(),
                tracker.createdAt(),
                tracker.updatedAt());
    }
}
