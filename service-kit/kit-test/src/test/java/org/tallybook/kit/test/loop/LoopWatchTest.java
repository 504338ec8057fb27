package org.tallybook.kit.test.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watch itself, on loops that are held up in each way and on loops that only look like it. */
class LoopWatchTest {

    private static final long CPU_MILLIS = 400;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final LoopWatch watch = LoopWatch.start(EventLoopGuard.LIMIT);

    @AfterEach
    void stop() {
        watch.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void seesALoopThatSleeps() throws Exception {
        onLoop(LoopWatchTest::sleep);

        assertThat(watch.found()).singleElement().satisfies(holdUp -> {
            assertThat(holdUp.loop()).startsWith("vert.x-eventloop-thread");
            assertThat(holdUp.held()).isGreaterThan(EventLoopGuard.LIMIT);
        });
        assertThatThrownBy(watch::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LoopWatchTest.sleep");
    }

    @Test
    void seesALoopThatWaitsForAnother() throws Exception {
        var never = new CompletableFuture<Void>();
        onLoop(() -> never.completeOnTimeout(null, 500, TimeUnit.MILLISECONDS).join());

        assertThatThrownBy(watch::verify).hasMessageContaining("CompletableFuture.join");
    }

    @Test
    void seesALoopThatComputes() throws Exception {
        onLoop(LoopWatchTest::compute);

        assertThatThrownBy(watch::verify).hasMessageContaining("LoopWatchTest.compute");
    }

    @Test
    void aLoopWithMuchToDoIsNotHeldUp() throws Exception {
        long until = System.nanoTime() + Duration.ofMillis(600).toNanos();
        var done = new CompletableFuture<Void>();
        again(until, done);
        done.get(30, TimeUnit.SECONDS);

        watch.close();

        assertThatCode(watch::verify).doesNotThrowAnyException();
    }

    @Test
    void whoeverWorksElsewhereHoldsUpNoLoop() throws Exception {
        vertx.executeBlocking(() -> {
                    sleep();
                    compute();
                    return null;
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);

        watch.close();

        assertThatCode(watch::verify).doesNotThrowAnyException();
    }

    /** Many short tasks without a pause between them. */
    private void again(long until, CompletableFuture<Void> done) {
        loop.runOnContext(nothing -> {
            burn(5);
            if (System.nanoTime() < until) {
                again(until, done);
            } else {
                done.complete(null);
            }
        });
    }

    private void onLoop(Runnable task) throws Exception {
        var done = new CompletableFuture<Void>();
        loop.runOnContext(nothing -> {
            task.run();
            done.complete(null);
        });
        done.get(30, TimeUnit.SECONDS);
        watch.close();
    }

    private static void compute() {
        burn(CPU_MILLIS);
    }

    private static void burn(long millis) {
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + millis * 1_000_000;
        while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
