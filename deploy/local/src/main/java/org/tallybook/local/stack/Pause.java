package org.tallybook.local.stack;

/** Waiting between two looks at something that has no event to wait for. */
public final class Pause {

    private Pause() {}

    /** Sleeps; an interrupt ends the whole wait at once and stays set. */
    public static void millis(long duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
