package org.tallybook.e2e.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the reader sees. */
final class Out {

    private Out() {}

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** A title, and how busy the machine is: a figure of a busy machine is one of that machine only. */
    static void chapter(String title) {
        say("%n== %s (load average %.1f on %d processors)", title, load(), processors());
    }

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Of the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
