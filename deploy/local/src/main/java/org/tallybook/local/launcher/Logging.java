package org.tallybook.local.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** The embedded libraries log through java.util.logging; only what is wrong is worth a line. */
public final class Logging {

    /** Held strongly: a logger that nobody holds is collected together with its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final int LARGEST_FILE = 5 * 1024 * 1024;

    private Logging() {}

    /** Warnings and errors to stderr, nothing else. */
    public static void quiet() {
        replaceHandlers(new ConsoleHandler());
    }

    /** Warnings and errors to a file, so that the terminal keeps showing only what is meant for people. */
    static void toFile(Path file) throws IOException {
        FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), LARGEST_FILE, 1, true);
        handler.setFormatter(new SimpleFormatter());
        replaceHandlers(handler);
    }

    /** For the one failure nobody foresaw: the whole trace goes to the log, the person gets a sentence. */
    static void unexpected(Throwable failure) {
        ROOT.log(Level.SEVERE, "unexpected failure", failure);
    }

    private static void replaceHandlers(Handler replacement) {
        // SLF4J that is woken by several threads at once complains on stderr.
        LoggerFactory.getILoggerFactory();
        ROOT.setLevel(Level.WARNING);
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        ROOT.addHandler(replacement);
    }
}
