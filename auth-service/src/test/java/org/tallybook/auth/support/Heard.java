package org.tallybook.auth.support;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that this JVM logs, with its context and the stack traces, except what the test's own client says. */
public final class Heard extends Handler {

    private final Formatter formatter = new PatternFormatter("%p %c %X %s%e%n");
    private final StringBuffer text = new StringBuffer();

    public Heard() {
        setLevel(Level.ALL);
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        if (!logger.startsWith("org.apache.http") && !logger.startsWith("io.restassured")) {
            text.append(formatter.format(line));
        }
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
