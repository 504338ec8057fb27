package org.tallybook.e2e.stage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tallybook.e2e.client.Await;

/** Several {@link Writer}s at work at the same time. */
public final class Writers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Writer> writers;
    private final List<CompletableFuture<Void>> runs;
    private final ExecutorService threads;

    public Writers(List<Writer> writers) {
        this.writers = List.copyOf(writers);
        this.threads = Executors.newFixedThreadPool(writers.size());
        this.runs = writers.stream()
                .map(writer -> CompletableFuture.runAsync(writer, threads))
                .toList();
    }

    /** Returns when each has been acknowledged so many more times; fails as soon as one fails. */
    public void awaitMore(int acknowledgements) {
        List<Integer> before = writers.stream().map(Writer::acknowledged).toList();
        Await.value("progress of every writer", PATIENCE, () -> {
            runs.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(Writers::result);
            boolean all = true;
            for (int i = 0; i < writers.size(); i++) {
                all &= writers.get(i).acknowledged() >= before.get(i) + acknowledgements;
            }
            return all ? Optional.of(true) : Optional.empty();
        });
    }

    /** Lets each finish the step it is at, and fails if one had failed. */
    public void finish() {
        writers.forEach(Writer::stop);
        runs.forEach(Writers::result);
    }

    /** How often anything had to be sent again. */
    public int repeated() {
        return writers.stream().mapToInt(Writer::repeated).sum();
    }

    @Override
    public void close() {
        writers.forEach(Writer::stop);
        threads.shutdownNow();
    }

    private static void result(CompletableFuture<Void> run) {
        try {
            run.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a writer failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writers finish", e);
        }
    }
}
