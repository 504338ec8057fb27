package org.tallybook.gateway.limit;

import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.route.Route;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Refuses a body that announces more than its route takes, before a byte of it is read. A body without an announced
 * length is counted while it streams.
 */
@Singleton
public final class BodyLimit implements Interceptor {

    @Override
    public void handle(Exchange exchange) {
        long limit = exchange.get(Route.KEY).bodyLimit();
        if (announced(exchange.header(HttpHeaders.CONTENT_LENGTH)) > limit) {
            throw Rejected.because(KitSlugs.BODY_TOO_LARGE).with("limitBytes", limit);
        }
        exchange.next();
    }

    private static long announced(@Nullable String length) {
        return length == null ? 0 : Long.parseLong(length);
    }
}
