package org.tallybook.gateway.session;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.exchange.Key;
import org.tallybook.gateway.exchange.SecondChance;

/**
 * Turns the session cookie into the access token that services understand. A session that has ended makes the request
 * anonymous and takes the cookie away: which calls need a user is the services' business, not ours.
 */
@Singleton
public final class SessionTokens implements Interceptor {

    /** The signed-in user, for counting; absent for anonymous and bearer requests. */
    public static final Key<String> USER = Key.named("user");

    private final Sessions sessions;
    private final Cookies cookies;

    SessionTokens(Sessions sessions, Cookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public void handle(Exchange exchange) {
        Optional<String> session = exchange.get(Credentials.KEY).session();
        if (session.isEmpty() || AuthPaths.isForAnybody(exchange.path())) {
            exchange.next();
            return;
        }
        exchange.await(sessions.resolve(session.get()), result -> proceed(exchange, session.get(), result));
    }

    private void proceed(Exchange exchange, String session, AsyncResult<Optional<AccessToken>> result) {
        if (result.failed()) {
            throw (RuntimeException) result.cause();
        }
        Optional<AccessToken> token = result.result();
        if (token.isPresent()) {
            use(exchange, token.get());
            exchange.put(SecondChance.KEY, () -> renew(exchange, session));
        } else {
            exchange.onHead(fields -> fields.add(HttpHeaders.SET_COOKIE, cookies.clearSession()));
        }
        exchange.next();
    }

    private static void use(Exchange exchange, AccessToken token) {
        exchange.put(USER, token.userId());
        exchange.forwarded().set(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
    }

    /** The service refused the token, so what the cache says about this session is not true any more. */
    private Future<Boolean> renew(Exchange exchange, String session) {
        return sessions.forget(session)
                .compose(gone -> sessions.resolve(session))
                .map(token -> {
                    token.ifPresent(fresh -> use(exchange, fresh));
                    return token.isPresent();
                });
    }
}
