package org.tallybook.local.launcher;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Stops the system once, whether a signal or a failed start comes first. Signals are caught and not left to shutdown
 * hooks: hooks run side by side, and the broker has one of its own that would stop it while services still publish.
 */
final class Shutdown implements Runnable {

    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
    private static final int SIGNAL_EXIT_BASE = 128;

    private final LocalSystem system;
    private final ProcessFile own;
    private final Progress progress;
    private final AtomicBoolean begun = new AtomicBoolean();

    Shutdown(LocalSystem system, ProcessFile own, Progress progress) {
        this.system = system;
        this.own = own;
        this.progress = progress;
    }

    void arm() {
        for (String name : SIGNALS) {
            Signal.handle(new Signal(name), this::stopped);
        }
    }

    boolean begun() {
        return begun.get();
    }

    /** The second caller waits until the first is done. */
    @Override
    public synchronized void run() {
        if (begun.getAndSet(true)) {
            return;
        }
        progress.say("Stopping Tallybook");
        system.stop();
        own.delete();
        progress.say("Stopped.");
    }

    private void stopped(Signal signal) {
        run();
        System.exit(SIGNAL_EXIT_BASE + signal.getNumber());
    }
}
