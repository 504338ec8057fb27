package org.tallybook.gateway.cors;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.kit.problem.Rejected;

/**
 * The CORS protocol with credentials (Fetch standard, section 3.2). Runs before routing and authentication, so that a
 * preflight meets neither, and edits every head, so that errors are readable for scripts too.
 *
 * <p>Whatever an upstream says about CORS is dropped: two sets of fields fail the browser's check. {@code Vary: Origin}
 * goes on every answer, also to requests without an origin, or a shared cache would give one page's answer to another.
 * An origin that is not allowed gets no CORS field: a safe request is answered (the browser hides it), an unsafe one or
 * a preflight is refused.
 */
@Singleton
public final class Cors implements Interceptor {

    private static final String PREFLIGHT_VARY =
            "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

    private final Origins origins;
    private final String methods;
    private final String headers;
    private final String exposed;
    private final String maxAge;

    Cors(Origins origins, CorsConfig config) {
        this.origins = origins;
        this.methods = String.join(", ", config.methods());
        this.headers = String.join(", ", config.headers());
        this.exposed = String.join(", ", config.exposed());
        this.maxAge = Long.toString(config.maxAge().toSeconds());
    }

    @Override
    public void handle(Exchange exchange) {
        String origin = exchange.header(HttpHeaders.ORIGIN);
        boolean allowed = origins.isAllowed(origin);
        boolean stranger = origin != null && !allowed && !origins.isOwn(origin);
        exchange.onHead(fields -> edit(fields, allowed ? origin : null));
        if (isPreflight(exchange, origin)) {
            answerPreflight(exchange, stranger);
        } else if (stranger && !exchange.safeMethod()) {
            throw Rejected.because(GatewaySlugs.ORIGIN_NOT_ALLOWED);
        } else {
            exchange.next();
        }
    }

    private static boolean isPreflight(Exchange exchange, @Nullable String origin) {
        return exchange.request().method() == HttpMethod.OPTIONS
                && origin != null
                && exchange.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }

    private void answerPreflight(Exchange exchange, boolean stranger) {
        exchange.onHead(fields -> fields.set(HttpHeaders.VARY, PREFLIGHT_VARY));
        if (stranger) {
            throw Rejected.because(GatewaySlugs.ORIGIN_NOT_ALLOWED);
        }
        boolean privateNetwork = "true".equals(exchange.header("Access-Control-Request-Private-Network"));
        exchange.onHead(fields -> permit(fields, privateNetwork));
        Answers.sendEmpty(exchange, 204);
    }

    private void permit(MultiMap fields, boolean privateNetwork) {
        if (!fields.contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
            return;
        }
        fields.remove(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);
        fields.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods);
        fields.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        fields.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
        if (privateNetwork) {
            fields.set("Access-Control-Allow-Private-Network", "true");
        }
    }

    private void edit(MultiMap fields, @Nullable String origin) {
        for (String name : new ArrayList<>(fields.names())) {
            if (name.toLowerCase(Locale.ROOT).startsWith("access-control-")) {
                fields.remove(name);
            }
        }
        varyByOrigin(fields);
        if (origin != null) {
            fields.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            fields.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            fields.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        }
    }

    private static void varyByOrigin(MultiMap fields) {
        List<String> present = fields.getAll(HttpHeaders.VARY);
        if (present.isEmpty()) {
            fields.set(HttpHeaders.VARY, "Origin");
            return;
        }
        Set<String> members = new LinkedHashSet<>();
        members.add("Origin");
        present.stream()
                .flatMap(field -> Arrays.stream(field.split(",", -1)))
                .map(String::trim)
                .filter(member -> !member.isEmpty() && !member.equalsIgnoreCase("origin"))
                .forEach(members::add);
        fields.set(HttpHeaders.VARY, String.join(", ", members));
    }
}
