package org.tallybook.gateway.csrf;

import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.gateway.cors.Origins;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.session.Credentials;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Lets an unsafe request of a browser through only if our own page, or one on the allow-list, meant it: a right
 * {@code Origin}, a {@code Sec-Fetch-Site} that does not contradict it, a token bound to the cookie, and a body of a type
 * that no HTML form can send. Signing in and registering count, too: an attacker must not sign a victim in as himself.
 *
 * <p>A bearer request needs none of it, since no browser adds that field by itself. Neither does a request without any
 * mark of a browser: there is nothing in it that it did not bring on purpose.
 */
@Singleton
public final class CsrfGuard implements Interceptor {

    private static final List<String> JSON = List.of("application/json", "application/merge-patch+json");
    private static final List<String> FORM_TYPES =
            List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
    private static final String UPLOADS = "/api/v1/imports";

    private final CsrfTokens tokens;
    private final Origins origins;

    CsrfGuard(CsrfTokens tokens, Origins origins) {
        this.tokens = tokens;
        this.origins = origins;
    }

    @Override
    public void handle(Exchange exchange) {
        Credentials credentials = exchange.get(Credentials.KEY);
        boolean needsProof = !exchange.safeMethod()
                && credentials.bearer().isEmpty()
                && (CsrfTokens.binding(credentials).isPresent() || fromBrowser(exchange));
        if (needsProof) {
            require(originAgrees(exchange), GatewaySlugs.CSRF_REJECTED);
            require(tokenVerifies(exchange, credentials), GatewaySlugs.CSRF_REJECTED);
            require(typeIsSafe(exchange), KitSlugs.UNSUPPORTED_MEDIA_TYPE);
        }
        exchange.next();
    }

    /** Scripts cannot forge {@code Sec-Fetch-Site}, and only a browser has a use for a session cookie. */
    private static boolean fromBrowser(Exchange exchange) {
        return exchange.header("Sec-Fetch-Site") != null || "cookie".equals(exchange.header("X-Session-Mode"));
    }

    private boolean originAgrees(Exchange exchange) {
        String origin = exchange.header(HttpHeaders.ORIGIN);
        @Nullable String site = exchange.header("Sec-Fetch-Site");
        if (origins.isOwn(origin)) {
            return site == null || site.equals("same-origin");
        }
        return origins.isAllowed(origin) && (site == null || site.equals("same-site") || site.equals("cross-site"));
    }

    private boolean tokenVerifies(Exchange exchange, Credentials credentials) {
        Optional<String> binding = CsrfTokens.binding(credentials);
        return binding.isPresent() && tokens.verifies(exchange.header("X-CSRF-Token"), binding.get());
    }

    private static boolean typeIsSafe(Exchange exchange) {
        String field = exchange.header(HttpHeaders.CONTENT_TYPE);
        if (field == null) {
            return !exchange.hasBody();
        }
        String type = field.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return JSON.contains(type) || (exchange.path().startsWith(UPLOADS) && !FORM_TYPES.contains(type));
    }

    private static void require(boolean condition, org.tallybook.kit.problem.Slug otherwise) {
        if (!condition) {
            throw Rejected.because(otherwise);
        }
    }
}
