package org.tallybook.gateway.signin;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tallybook.gateway.exchange.Answer;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.GatewaySlugs;
import org.tallybook.gateway.session.AccessToken;
import org.tallybook.gateway.session.Cookies;
import org.tallybook.gateway.session.Ticket;
import org.tallybook.gateway.session.Tickets;
import org.tallybook.kit.problem.Rejected;

/** The step that every way of signing a browser in shares: the session goes into its cookie, the token into our cache. */
@Singleton
class BrowserSession {

    private final Tickets tickets;
    private final Cookies cookies;
    private final Clock clock;

    BrowserSession(Tickets tickets, Cookies cookies, Clock clock) {
        this.tickets = tickets;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** @throws Rejected {@code upstream-failed} unless the answer is a JSON object */
    static JsonObject parse(Answer answer) {
        try {
            return answer.body().toJsonObject();
        } catch (DecodeException | ClassCastException unreadable) {
            throw Rejected.because(GatewaySlugs.UPSTREAM_FAILED);
        }
    }

    /** @param body what auth-service answers to a sign-in with a cookie */
    Future<Void> begin(Exchange exchange, String session, JsonObject body) {
        exchange.onHead(fields -> setCookies(fields, session, body));
        return tickets.remember(Ticket.session(session), token(body));
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
}
