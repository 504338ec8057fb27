package org.tallybook.tracker.tracker.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many logs a tracker has and when the latest of them happened.
 *
 * @param count 0 or more
 * @param lastAt the greatest {@code occurredAt}, null when there is none
 */
public record LogTally(long count, @Nullable Instant lastAt) {

    public static final LogTally NONE = new LogTally(0, null);

    public LogTally {
        if (count < 0 || (count == 0) != (lastAt == null)) {
            throw new IllegalArgumentException("not a tally: " + count + ", " + lastAt);
        }
    }

    /** With one more log. */
    public LogTally plus(Instant occurredAt) {
        return new LogTally(count + 1, lastAt == null || occurredAt.isAfter(lastAt) ? occurredAt : lastAt);
    }

    /** With one log less, when the latest of the rest is known. */
    public LogTally minusOne(@Nullable Instant latestOfTheRest) {
        return new LogTally(count - 1, latestOfTheRest);
    }

    /** With the same logs, one of which moved in time. */
    public LogTally latest(@Nullable Instant latest) {
        return new LogTally(count, latest);
    }
}
