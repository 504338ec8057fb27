package org.tallybook.e2e.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** How often something can be done in a second when several do it again and again at the same time. */
final class Rate {

    private Rate() {}

    /**
     * @param work is told which worker does it, from 0
     * @return how often a second; a piece of work that is under way at the end counts, and so does its time
     */
    static double perSecond(int workers, Duration time, IntConsumer work) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            long begin = System.nanoTime();
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                counts.add(pool.submit(() -> repeat(begin + time.toNanos(), worker, work)));
            }
            long done = 0;
            for (Future<Long> count : counts) {
                done += count.get();
            }
            return done / ((System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long repeat(long deadline, int worker, IntConsumer work) {
        long done = 0;
        while (System.nanoTime() < deadline) {
            work.accept(worker);
            done++;
        }
        return done;
    }
}
