package org.tallybook.local.stack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The four parts together: started side by side, stopped in the order in which nobody loses what it still needs. */
public final class Stack {

    /** The broker first, so that nothing new is acknowledged; mail last, because anything may still report by mail. */
    private static final List<PartKind> STOP_ORDER =
            List.of(PartKind.BROKER, PartKind.REDIS, PartKind.POSTGRES, PartKind.MAIL);

    private static final Logger LOG = Logger.getLogger(Stack.class.getName());

    private final Map<PartKind, Part> parts = new EnumMap<>(PartKind.class);

    public Stack(List<Part> parts) {
        parts.forEach(part -> this.parts.put(part.kind(), part));
    }

    public Part part(PartKind kind) {
        return Objects.requireNonNull(parts.get(kind));
    }

    public List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /**
     * Checks the external parts, then starts the others side by side, telling the listener about each as it comes up. If
     * one fails, the others are stopped again and its {@link StackFailure} is thrown.
     */
    public synchronized void start(Consumer<Part> started) {
        parts.values().stream().filter(ExternalPart.class::isInstance).forEach(part -> startOne(part, started));
        ExecutorService threads = Executors.newFixedThreadPool(parts.size());
        try {
            List<Future<?>> starts = parts.values().stream()
                    .filter(EmbeddedPart.class::isInstance)
                    .<Future<?>>map(part -> threads.submit(() -> startOne(part, started)))
                    .toList();
            starts.forEach(Stack::join);
        } catch (StackFailure e) {
            threads.shutdownNow();
            stop();
            throw e;
        } finally {
            threads.shutdown();
        }
    }

    /** Waits for a start that is under way, so that nothing comes up after everything was stopped. */
    public synchronized void stop() {
        STOP_ORDER.stream().map(this::part).forEach(Stack::stopOne);
    }

    /** One part that does not stop properly is no reason to leave the next one running. */
    private static void stopOne(Part part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, part.kind().label() + " did not stop cleanly", e);
        }
    }

    private static void startOne(Part part, Consumer<Part> started) {
        part.start();
        started.accept(part);
    }

    private static void join(Future<?> start) {
        try {
            start.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while starting.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure
                    ? failure
                    : new StackFailure("A part did not start: " + StackFailure.reason(e) + ".", e);
        }
    }
}
