package org.tallybook.gateway.signin;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tallybook.gateway.csrf.CsrfTokens;
import org.tallybook.gateway.exchange.Answer;
import org.tallybook.gateway.exchange.AnswerRewrite;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.session.AccessToken;
import org.tallybook.gateway.session.AuthPaths;
import org.tallybook.gateway.session.Cookies;
import org.tallybook.gateway.session.Sessions;
import org.tallybook.kit.problem.Rejected;

/**
 * Signing in with {@code X-Session-Mode: cookie}: auth-service answers the session and its first access token to us; the
 * browser gets a cookie, the user and a CSRF token, and no token that a script could lose. Without that field the
 * answer passes untouched and no cookie is set.
 */
@Singleton
public final class SignIn implements Interceptor {

    private static final String MODE = "X-Session-Mode";

    private final Sessions sessions;
    private final Cookies cookies;
    private final CsrfTokens csrf;
    private final Clock clock;

    SignIn(Sessions sessions, Cookies cookies, CsrfTokens csrf, Clock clock) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.csrf = csrf;
        this.clock = clock;
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
        JsonObject body = parse(answer);
        String session = body.getString("session");
        if (session == null) {
            return mentionsToken(body)
                    ? Future.failedFuture(Rejected.because(GatewaySlugs.UPSTREAM_FAILED))
                    : Future.succeededFuture(answer);
        }
        exchange.onHead(fields -> setCookies(fields, session, body));
        return sessions.remember(session, token(body)).map(kept -> forBrowser(answer, session, body));
    }

    /** A second factor is asked for without a session; tokens without one must never reach a browser's script. */
    private static boolean mentionsToken(JsonObject body) {
        return body.containsKey("accessToken") || body.containsKey("refreshToken");
    }

    private static JsonObject parse(Answer answer) {
        try {
            return answer.body().toJsonObject();
        } catch (DecodeException | ClassCastException unreadable) {
            throw Rejected.because(GatewaySlugs.UPSTREAM_FAILED);
        }
    }

    private AccessToken token(JsonObject body) {
        JsonObject user = body.getJsonObject("user");
        return new AccessToken(
                body.getString("accessToken"),
                user.getString("id"),
                clock.instant().plusSeconds(body.getLong("expiresIn")));
    }

    private void setCookies(MultiMap fields, String session, JsonObject body) {
        Optional<Duration> lifetime = body.getBoolean("persistent", false)
                ? Optional.of(Duration.ofSeconds(body.getLong("sessionExpiresIn")))
                : Optional.empty();
        fields.add(HttpHeaders.SET_COOKIE, cookies.session(session, lifetime));
        fields.add(HttpHeaders.SET_COOKIE, cookies.clearVisitor());
        fields.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Answer forBrowser(Answer answer, String session, JsonObject body) {
        JsonObject shown = new JsonObject()
                .put("user", body.getJsonObject("user"))
                .put("csrfToken", csrf.issue(CsrfTokens.toSession(session)));
        return new Answer(200, answer.fields(), shown.toBuffer());
    }
}
