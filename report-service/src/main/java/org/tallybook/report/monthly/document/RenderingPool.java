package org.tallybook.report.monthly.document;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.report.monthly.MonthlySlugs;

/** The threads named {@code rendering-n} on which documents are made: never an event loop, and never without bound. */
@ApplicationScoped
public class RenderingPool {

    private final Rendering config;
    private final ThreadPoolExecutor threads;

    RenderingPool(Rendering config) {
        this.config = config;
        var number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                config.threads(),
                config.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.queue()),
                work -> daemon(work, number.incrementAndGet()));
    }

    /**
     * Runs the work on a thread of the pool; the result arrives on that thread.
     *
     * @return fails with {@link Rejected} {@code rendering-busy} when the queue is full
     */
    public <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> Rejected.because(MonthlySlugs.RENDERING_BUSY).retryAfter(config.retryAfter()));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work, int number) {
        var thread = new Thread(work, "rendering-" + number);
        thread.setDaemon(true);
        return thread;
    }
}
