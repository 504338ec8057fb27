package org.tallybook.local.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line an event, readable in a terminal and in a log; safe to use from several threads. */
final class Progress {

    private static final int NAME_WIDTH = 16;

    private final PrintStream out;
    private final long began = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    /** {@code   postgres          ready        1.2 s}, counted from the start of the whole command. */
    void event(String name, String what) {
        double seconds = elapsed().toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "  %-" + NAME_WIDTH + "s  %-34s %6.1f s", name, what, seconds));
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
