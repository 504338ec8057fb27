package org.tallybook.gateway.signin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.tallybook.gateway.csrf.CsrfTokens;
import org.tallybook.gateway.exchange.Answer;
import org.tallybook.gateway.exchange.AnswerRewrite;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.session.AuthPaths;
import org.tallybook.kit.problem.Rejected;

/**
 * Signing in with {@code X-Session-Mode: cookie}: auth-service answers the session and its first access token to us; the
 * browser gets a cookie, the user and a CSRF token, and no token that a script could lose. Without that field the
 * answer passes untouched and no cookie is set. Holds for every last step of a sign-in: a password, a second factor, a
 * passkey.
 */
@Singleton
public final class SignIn implements Interceptor {

    private static final String MODE = "X-Session-Mode";

    private final BrowserSession browser;
    private final CsrfTokens csrf;

    SignIn(BrowserSession browser, CsrfTokens csrf) {
        this.browser = browser;
        this.csrf = csrf;
    }

    @Override
    public void handle(Exchange exchange) {
        if (exchange.request().method() == HttpMethod.POST
                && AuthPaths.isLogin(exchange.path())
                && "cookie".equals(exchange.header(MODE))) {
            exchange.forwarded().set(MODE, "cookie");
            exchange.put(AnswerRewrite.KEY, answer -> rewrite(exchange, answer));
        }
        exchange.next();
    }

    private Future<Answer> rewrite(Exchange exchange, Answer answer) {
        if (answer.status() != 200) {
            return Future.succeededFuture(answer);
        }
        JsonObject body = BrowserSession.parse(answer);
        String session = body.getString("session");
        if (session == null) {
            return mentionsToken(body)
                    ? Future.failedFuture(Rejected.because(GatewaySlugs.UPSTREAM_FAILED))
                    : Future.succeededFuture(answer);
        }
        return browser.begin(exchange, session, body).map(kept -> forBrowser(answer, session, body));
    }

    /** A second factor is asked for without a session; tokens without one must never reach a browser's script. */
    private static boolean mentionsToken(JsonObject body) {
        return body.containsKey("accessToken") || body.containsKey("refreshToken");
    }

    private Answer forBrowser(Answer answer, String session, JsonObject body) {
        JsonObject shown = new JsonObject()
                .put("user", body.getJsonObject("user"))
                .put("csrfToken", csrf.issue(CsrfTokens.toSession(session)));
        return new Answer(200, answer.fields(), shown.toBuffer());
    }
}
