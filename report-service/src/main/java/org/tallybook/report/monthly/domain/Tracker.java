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
        UUID id, String name, String type, @Nullable String unit, Plan plan, boolean archived, Instant createdAt) {

    /** The order that settles ties: the earliest created first. */
    public static final Comparator<Tracker> BY_CREATION =
            Comparator.comparing(Tracker::createdAt).thenComparing(Tracker::id);

    private static final String DURATION = "DURATION";
    private static final String RATING = "RATING";
    private static final String BOOLEAN = "BOOLEAN";
    private static final Set<String> NUMERIC = Set.of("NUMERIC", DURATION, RATING);

    /** Whether its values are numbers that can be added up. */
    public boolean isNumeric() {
        return NUMERIC.contains(type);
    }

    /** Whether its values are seconds. */
    public boolean isDuration() {
        return DURATION.equals(type);
    }

    /** Whether its values are points on a scale, whose average matters and whose sum means nothing. */
    public boolean isRating() {
        return RATING.equals(type);
    }

    /** Whether its values say yes or no. */
    public boolean isAnswer() {
        return BOOLEAN.equals(type);
    }

    /** Whether what it logs are no words of the user's. */
    boolean isCounted() {
        return isNumeric() || isAnswer();
    }
}
