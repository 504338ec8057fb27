package org.tallybook.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * How long an upstream may let us wait for the head of its answer. Every body byte that goes up restarts the wait, so
 * a long upload is no timeout.
 */
final class Deadline {

    private static final long NONE = -1;

    private final Vertx vertx;
    private final long limitNanos;
    private final Runnable whenPassed;
    private long timer = NONE;
    private long waitingSince;

    Deadline(Vertx vertx, Duration limit, Runnable whenPassed) {
        this.vertx = vertx;
        this.limitNanos = limit.toNanos();
        this.whenPassed = whenPassed;
    }

    void start() {
        stop();
        progress();
        arm(limitNanos);
    }

    void progress() {
        waitingSince = System.nanoTime();
    }

    void stop() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }

    private void arm(long nanos) {
        timer = vertx.setTimer(Math.max(1, nanos / 1_000_000), fired -> check());
    }

    private void check() {
        timer = NONE;
        long left = limitNanos - (System.nanoTime() - waitingSince);
        if (left > 0) {
            arm(left + 1_000_000);
        } else {
            whenPassed.run();
        }
    }
}
