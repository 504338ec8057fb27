package org.tallybook.gateway.csrf;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.tallybook.gateway.exchange.Answers;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.session.Cookies;
import org.tallybook.gateway.session.Credentials;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * {@code GET /api/v1/auth/csrf}: the token for the session, or for a visitor who is about to sign in; the latter gets a
 * cookie to bind it to. Answered here, because no service knows about cookies. Another origin can read the answer only
 * if it is on the allow-list.
 */
@Singleton
public final class CsrfEndpoint implements Interceptor {

    private static final String PATH = "/api/v1/auth/csrf";

    private final CsrfTokens tokens;
    private final Cookies cookies;

    CsrfEndpoint(CsrfTokens tokens, Cookies cookies) {
        this.tokens = tokens;
        this.cookies = cookies;
    }

    @Override
    public void handle(Exchange exchange) {
        if (!exchange.path().equals(PATH)) {
            exchange.next();
            return;
        }
        if (exchange.request().method() != HttpMethod.GET) {
            throw Rejected.because(KitSlugs.METHOD_NOT_ALLOWED);
        }
        Credentials credentials = exchange.get(Credentials.KEY);
        if (credentials.bearer().isPresent()) {
            throw Rejected.because(KitSlugs.FORBIDDEN);
        }
        String binding = CsrfTokens.binding(credentials).orElseGet(() -> welcome(exchange));
        exchange.onHead(fields -> fields.set(HttpHeaders.CACHE_CONTROL, "no-store"));
        Answers.send(
                exchange,
                200,
                "application/json",
                new JsonObject().put("csrfToken", tokens.issue(binding)).toBuffer());
    }

    private String welcome(Exchange exchange) {
        String visitor = tokens.randomText();
        exchange.onHead(fields -> fields.add(HttpHeaders.SET_COOKIE, cookies.visitor(visitor)));
        return CsrfTokens.toVisitor(visitor);
    }
}
