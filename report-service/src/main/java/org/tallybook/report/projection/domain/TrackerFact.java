package org.tallybook.report.projection.domain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        @Nullable GoalFact goal,
        @Nullable ScheduleFact schedule,
        @Nullable List<PauseFact> pauses,
        @Nullable Boolean archived,
        @Nullable Instant createdAt,
        @Nullable Instant deletedAt)
        implements Fact, Versioned, Deletable {

    /** A goal; kinds and periods of a later release are kept as they are. */
    public record GoalFact(String kind, BigDecimal target, String period) {

        public GoalFact {
            Text.require("goal.kind", kind);
            Text.require("goal.period", period);
            requireNonNull(target, "goal.target");
        }
    }

    /** The days of the week it is due on; a frequency says nothing of single days and is not kept. */
    public record ScheduleFact(@Nullable List<DayOfWeek> weekdays) {}

    /** Days on which nothing is due; {@code to} is null while the end is open. */
    public record PauseFact(LocalDate from, @Nullable LocalDate to) {

        public PauseFact {
            requireNonNull(from, "pauses.from");
        }
    }

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
