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
import org.tallybook.gateway.session.Ticket.Kind;

/**
 * Turns the session cookie, or a personal access token, into the access token that services understand. What has ended
 * makes the request anonymous, and takes the cookie away: which calls need a user is the services' business, not ours.
 * A personal access token itself goes no further than here.
 */
@Singleton
public final class SessionTokens implements Interceptor {

    /** The signed-in user, for counting; absent for anonymous and other bearer requests. */
    public static final Key<String> USER = Key.named("user");

    private final Tickets tickets;
    private final Cookies cookies;

    SessionTokens(Tickets tickets, Cookies cookies) {
        this.tickets = tickets;
        this.cookies = cookies;
    }

    @Override
    public void handle(Exchange exchange) {
        Optional<Ticket> ticket = exchange.get(Credentials.KEY).ticket();
        ticket.filter(held -> held.kind() == Kind.PERSONAL)
                .ifPresent(held -> exchange.forwarded().remove(HttpHeaders.AUTHORIZATION));
        if (ticket.isEmpty() || AuthPaths.isForAnybody(exchange.path())) {
            exchange.next();
            return;
        }
        exchange.await(tickets.resolve(ticket.get()), result -> proceed(exchange, ticket.get(), result));
    }

    private void proceed(Exchange exchange, Ticket ticket, AsyncResult<Optional<AccessToken>> result) {
        if (result.failed()) {
            throw (RuntimeException) result.cause();
        }
        Optional<AccessToken> token = result.result();
        if (token.isPresent()) {
            use(exchange, token.get());
            exchange.put(SecondChance.KEY, () -> renew(exchange, ticket));
        } else if (ticket.kind() == Kind.SESSION) {
            exchange.onHead(fields -> fields.add(HttpHeaders.SET_COOKIE, cookies.clearSession()));
        }
        exchange.next();
    }

    private static void use(Exchange exchange, AccessToken token) {
        exchange.put(USER, token.userId());
        exchange.forwarded().set(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
    }

    /** The service refused the token, so what the cache says about this ticket is not true any more. */
    private Future<Boolean> renew(Exchange exchange, Ticket ticket) {
        return tickets.forget(ticket).compose(gone -> tickets.resolve(ticket)).map(token -> {
            token.ifPresent(fresh -> use(exchange, fresh));
            return token.isPresent();
        });
    }
}
