package org.tallybook.report.projection.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tracker at a version; with {@code deletedAt} it is a tombstone, whose other values are unknown.
 *
 * @param type such as {@code NUMERIC} or {@code NOTE}; unknown ones are kept and counted
 */
public record TrackerFact(
        UUID trackerId,
        UUID userId,
        long version,
        @Nullable String name,
        @Nullable String type,
        @Nullable String whatToTrack,
        @Nullable String unit,
        @Nullable String color,
        @Nullable Boolean archived,
        @Nullable Instant createdAt,
        @Nullable Instant deletedAt)
        implements Fact, Versioned, Deletable {

    public TrackerFact {
        Versioned.require(version);
        requireNonNull(trackerId, "trackerId");
        requireNonNull(userId, "userId");
        if (deletedAt == null) {
            Text.require("name", name);
            Text.require("type", type);
            requireNonNull(createdAt, "createdAt");
        }
        Text.requireStorable("whatToTrack", whatToTrack);
        Text.requireStorable("unit", unit);
        Text.requireStorable("color", color);
    }

    @Override
    public UUID entityId() {
        return trackerId;
    }
}
