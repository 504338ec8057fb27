package org.tallybook.kit.test.loop;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Fails every {@code @QuarkusTest} during which an event loop was held up for more than {@link #LIMIT}. It needs no
 * annotation: whoever has this module on the test class path is watched. The start of an application is not, because
 * no request waits for it.
 */
public final class EventLoopGuard implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    /** Nobody else is served by the loop for that long. */
    public static final Duration LIMIT = Duration.ofMillis(100);

    private static @Nullable LoopWatch watch;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        begin();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        end();
    }

    private static synchronized void begin() {
        watch = LoopWatch.start(LIMIT);
    }

    private static synchronized void end() {
        LoopWatch ended = watch;
        watch = null;
        if (ended != null) {
            ended.close();
            ended.verify();
        }
    }
}
