package org.tallybook.local.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tallybook.local.stack.Pause;
import org.tallybook.local.stack.StackFailure;

/**
 * Keeps the services running: starts them side by side, waits until each is ready, and from then on starts a service
 * that died again, later each time ({@link Backoff}). A service that dies before it was ever ready has a reason that
 * will not pass by itself, so the start is given up.
 */
final class Supervisor {

    private static final Duration READY_LIMIT = Duration.ofSeconds(240);

    private final List<ServiceProcess> services;
    private final Progress progress;
    private final Runnable changed;
    private final ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor(Supervisor::daemon);
    private volatile boolean stopping;

    /** @param changed told whenever a process was replaced */
    Supervisor(List<ServiceProcess> services, Progress progress, Runnable changed) {
        this.services = List.copyOf(services);
        this.progress = progress;
        this.changed = changed;
    }

    /** Returns when all are ready; fails with one sentence that names the log of the one that is not. */
    void start() {
        for (ServiceProcess service : services) {
            service.rotateLog();
            service.start();
        }
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        List<ServiceProcess> waiting = new ArrayList<>(services);
        while (!waiting.isEmpty() && !stopping) {
            waiting.removeIf(this::arrived);
            if (!waiting.isEmpty() && System.nanoTime() > deadline) {
                ServiceProcess late = waiting.get(0);
                throw new StackFailure("%s was not ready after %d s; see %s."
                        .formatted(late.name(), READY_LIMIT.toSeconds(), late.log()));
            }
            Pause.millis(50);
        }
        services.forEach(this::refuseDead);
        services.forEach(service -> watch(service, new Backoff()));
    }

    /** Stops the services one after the other, in the order given to the constructor. */
    void stop() {
        stopping = true;
        restarts.shutdownNow();
        stopAll();
    }

    /** Not while a restart is under way: it would bring up a process that nobody stops. */
    private synchronized void stopAll() {
        for (ServiceProcess service : services) {
            if (service.alive()) {
                service.stop();
                progress.event(service.name(), "stopped");
            } else {
                service.stop();
            }
        }
    }

    private boolean arrived(ServiceProcess service) {
        refuseDead(service);
        boolean ready = Probe.ready(service.endpoint().readiness());
        if (ready) {
            progress.event(service.name(), "ready on port " + service.endpoint().port());
        }
        return ready;
    }

    private void refuseDead(ServiceProcess service) {
        if (!service.alive() && !stopping) {
            throw new StackFailure(service.name() + " ended while starting; see " + service.log() + ".");
        }
    }

    private void watch(ServiceProcess service, Backoff backoff) {
        ProcessHandle.of(service.pid())
                .ifPresentOrElse(
                        process -> process.onExit().thenRun(() -> died(service, backoff)),
                        () -> died(service, backoff));
    }

    private void died(ServiceProcess service, Backoff backoff) {
        if (stopping) {
            return;
        }
        Duration wait = backoff.next(System.nanoTime());
        progress.event(service.name(), "died; starting again in " + wait.toSeconds() + " s");
        try {
            restarts.schedule(() -> restart(service, backoff), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stoppedMeanwhile) {
            return;
        }
    }

    private synchronized void restart(ServiceProcess service, Backoff backoff) {
        if (stopping) {
            return;
        }
        try {
            service.start();
            changed.run();
            watch(service, backoff);
        } catch (StackFailure e) {
            progress.say(StackFailure.reason(e));
            died(service, backoff);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "restarts");
        thread.setDaemon(true);
        return thread;
    }
}
