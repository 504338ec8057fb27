package org.tallybook.kit.amqp;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential waits with full jitter between half and the whole of each step. One thread. */
public final class Backoff {

    private final long first;
    private final long last;
    private long next;

    public Backoff(Duration first, Duration last) {
        this.first = first.toMillis();
        this.last = last.toMillis();
        this.next = this.first;
    }

    public Duration next() {
        long wait = next;
        next = Math.min(last, next * 2);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(wait / 2, wait + 1));
    }

    public void reset() {
        next = first;
    }
}
