package org.tallybook.gateway.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.exchange.Key;
import org.tallybook.gateway.session.SessionTokens;
import org.tallybook.kit.trace.AccessLog;

/**
 * Writes one line about each request that ends at the door: pages, refusals, and what no service answered. A request
 * that reached a service is in that service's log, which knows who asked; both name the trace.
 */
@Singleton
public final class DoorLog implements Interceptor {

    /** Set when a service has answered. */
    public static final Key<Boolean> ANSWERED_BY_SERVICE = Key.named("answered-by-service");

    private static final Logger LOG = Logger.getLogger(AccessLog.CATEGORY);

    @Override
    public void handle(Exchange exchange) {
        long begun = System.nanoTime();
        exchange.whenOver(() -> write(exchange, Duration.ofNanos(System.nanoTime() - begun)));
        exchange.next();
    }

    private static void write(Exchange exchange, Duration took) {
        if (exchange.find(ANSWERED_BY_SERVICE).isEmpty()) {
            LOG.infof(
                    "method=%s path=%s status=%d ms=%d user=%s trace=%s request=%s",
                    exchange.request().method(),
                    AccessLog.withoutSecrets(exchange.path()),
                    exchange.response().getStatusCode(),
                    took.toMillis(),
                    exchange.find(SessionTokens.USER).orElse("-"),
                    exchange.find(Answers.TRACE_ID).orElse("-"),
                    exchange.forwarded().get("X-Request-Id"));
        }
    }
}
