package org.tallybook.local.stack;

import java.time.Duration;

/**
 * Waiting for the end of processes that may not be our children. One that has ended but was not yet collected by its
 * parent (a zombie; after a crash the parent is whatever runs as number 1, and may take its time) counts as over.
 */
public final class ProcessEnd {

    private static final long GLANCE_MILLIS = 20;

    private ProcessEnd() {}

    /** Asks the process to end, insists after the limit, and returns when it is over. */
    public static void force(ProcessHandle process, Duration limit) {
        process.destroy();
        if (!await(process, limit)) {
            process.destroyForcibly();
            await(process, limit);
        }
    }

    /** True as soon as the process is over, false when the limit has passed before. */
    public static boolean await(ProcessHandle process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isOver(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.millis(GLANCE_MILLIS);
        }
        return true;
    }

    /** A zombie has no program any more. */
    public static boolean isOver(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }
}
