package org.tallybook.tracker.tracker.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.tracker.domain.RatingScale;
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
        boolean archived,
        Instant createdAt,
        Instant updatedAt) {

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
                definition.archived(),
                tracker.createdAt(),
                tracker.updatedAt());
    }
}
