package org.tallybook.e2e.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again until there is an answer. */
public final class Await {

    private static final long STEP_MILLIS = 25;

    private Await() {}

    /** @throws AssertionError naming what was awaited, if it does not come in time */
    public static <T> T value(String what, Duration limit, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + " did not come within " + limit.toSeconds() + " s");
            }
            pause(STEP_MILLIS);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
