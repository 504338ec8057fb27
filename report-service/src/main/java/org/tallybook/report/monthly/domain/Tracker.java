package org.tallybook.report.monthly.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tracker that exists now.
 *
 * @param type as the tracker-service names it; an unknown one is treated like a note: counted, never summed
 */
public record Tracker(
        UUID id, String name, String type, @Nullable String unit, boolean archived, Instant createdAt) {

    /** The order that settles ties: the earliest created first. */
    public static final Comparator<Tracker> BY_CREATION =
            Comparator.comparing(Tracker::createdAt).thenComparing(Tracker::id);

    private static final Set<String> NUMERIC = Set.of("NUMERIC", "DURATION", "RATING");

    /** Whether its values are numbers that can be added up. */
    public boolean isNumeric() {
        return NUMERIC.contains(type);
    }
}
