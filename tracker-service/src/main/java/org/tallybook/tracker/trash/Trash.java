package org.tallybook.tracker.trash;

import java.time.Duration;
import java.time.Instant;

/** How long a deletion can be undone. */
public final class Trash {

    /** From the deletion on. */
    public static final Duration KEPT = Duration.ofDays(30);

    private Trash() {}

    /** What was deleted at that instant or before is gone for good, even while its row still waits for the purge. */
    public static Instant horizon(Instant now) {
        return now.minus(KEPT);
    }

    /** When what was deleted then is gone for good. */
    public static Instant endOf(Instant deletedAt) {
        return deletedAt.plus(KEPT);
    }
}
