package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Answers at even times only. A registration of a new address writes five rows, one of a known address a single one, and
 * the difference can be measured from outside. So a good answer waits for the next whole multiple of the pace since its
 * request came, whatever was done. A refusal does not wait: it depends on nothing that we know.
 *
 * <p>Not guaranteed on a machine so busy that the work itself takes longer than the pace: then the number of multiples
 * still tells a little.
 */
@Singleton
public class EvenPace {

    private final Vertx vertx;
    private final long pace;

    EvenPace(Vertx vertx, RegistrationConfig config) {
        this.vertx = vertx;
        this.pace = Math.max(1, config.pace().toMillis());
    }

    /** What the work yields, on the caller's context, when its time has come. */
    public <T> Uni<T> keep(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            long begin = System.nanoTime();
            return work.call(() -> pause(rest(Duration.ofNanos(System.nanoTime() - begin))));
        });
    }

    /** Milliseconds from what has passed to the next multiple; at least one. */
    long rest(Duration passed) {
        return pace - TimeUnit.NANOSECONDS.toMillis(passed.toNanos()) % pace;
    }

    private Uni<Void> pause(long millis) {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(millis, timer -> emitter.complete(null)));
    }
}
