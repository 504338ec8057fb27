package org.tallybook.gateway.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts running requests and knows whether the gateway is about to stop. Event streams count too and are cut when the
 * time is up; their clients reconnect elsewhere.
 */
public final class Drain {

    private static final Duration STEP = Duration.ofMillis(50);

    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean begun;

    public void begin() {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    void enter() {
        running.incrementAndGet();
    }

    void leave() {
        running.decrementAndGet();
    }

    public int running() {
        return running.get();
    }

    /** Waits until no request runs; false if some still do when the time is up. */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (running.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(STEP.toMillis());
        }
        return running.get() <= 0;
    }
}
