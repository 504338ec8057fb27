package org.tallybook.local.launcher;

import java.time.Duration;

/** 1, 2, 4 … 30 seconds; a service that stayed up for a minute is forgiven. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);

    private Duration last = Duration.ZERO;
    private long lastDeath;

    /** @param now of {@link System#nanoTime()} */
    synchronized Duration next(long now) {
        boolean forgiven = now - lastDeath > FORGIVEN_AFTER.plus(last).toNanos();
        Duration doubled = last.multipliedBy(2);
        last = last.isZero() || forgiven ? FIRST : doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        lastDeath = now;
        return last;
    }
}
