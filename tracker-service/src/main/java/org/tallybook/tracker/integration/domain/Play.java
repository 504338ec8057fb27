package org.tallybook.tracker.integration.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was heard. Which one is nobody's business here.
 *
 * @param playedAt when, as the provider says, in milliseconds; no two plays of one user are at the same
 * @param length of the whole thing, 1 ms to {@link #LONGEST}: no provider tells how much of it was heard
 */
public record Play(Instant playedAt, Duration length) {

    public static final Duration LONGEST = Duration.ofDays(1);

    /** The play, or none if the provider tells a length that cannot be. */
    public static Optional<Play> of(Instant playedAt, long milliseconds) {
        boolean possible = milliseconds >= 1 && milliseconds <= LONGEST.toMillis();
        return possible ? Optional.of(new Play(playedAt, Duration.ofMillis(milliseconds))) : Optional.empty();
    }
}
