package org.tallybook.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line a request: what was asked, how it was answered, which user asked and in which trace. The user is that
 * of a verified token, known by id only. No query, no field and no body gets into it, since they carry tokens, codes and
 * addresses; a segment of a path that could be one is left out.
 *
 * <p>An event stream is written when it ends. The category {@code org.tallybook.access} turns it off.
 */
@Singleton
public final class AccessLog {

    public static final String CATEGORY = "org.tallybook.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    /** Before everything that could answer. */
    private static final int FIRST = 10_000;

    /** Longer than an id; or an address. */
    private static final Pattern PRIVATE_SEGMENT = Pattern.compile("[^/]{41,}|[^/]*(?:@|%40)[^/]*");

    void register(@Observes Filters filters) {
        filters.register(AccessLog::follow, FIRST);
    }

    private static void follow(RoutingContext exchange) {
        long begun = System.nanoTime();
        String trace = Traces.currentId();
        exchange.addEndHandler(ended -> write(exchange, trace, Duration.ofNanos(System.nanoTime() - begun)));
        exchange.next();
    }

    private static void write(RoutingContext exchange, @Nullable String trace, Duration took) {
        LOG.infof(
                "method=%s path=%s status=%d ms=%d user=%s trace=%s request=%s",
                exchange.request().method(),
                withoutSecrets(exchange.request().path()),
                exchange.response().getStatusCode(),
                took.toMillis(),
                user(exchange),
                trace,
                exchange.response().headers().get(RequestIds.HEADER));
    }

    /** A path with what could be a secret or an address left out. */
    public static String withoutSecrets(@Nullable String path) {
        return path == null ? "-" : PRIVATE_SEGMENT.matcher(path).replaceAll("…");
    }

    private static String user(RoutingContext exchange) {
        return exchange.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : "-";
    }
}
