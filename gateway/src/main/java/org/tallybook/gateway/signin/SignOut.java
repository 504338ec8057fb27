package org.tallybook.gateway.signin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tallybook.gateway.exchange.Answer;
import org.tallybook.gateway.exchange.AnswerRewrite;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.session.AuthPaths;
import org.tallybook.gateway.session.Cookies;
import org.tallybook.gateway.session.Credentials;
import org.tallybook.gateway.session.Ticket;
import org.tallybook.gateway.session.Tickets;

/**
 * Signing out: auth-service revokes the session, then its cached token is forgotten, then the browser is told, in this
 * order. Whoever sees the answer can rely on the cookie being worth nothing.
 */
@Singleton
public final class SignOut implements Interceptor {

    private final Tickets tickets;
    private final Cookies cookies;

    SignOut(Tickets tickets, Cookies cookies) {
        this.tickets = tickets;
        this.cookies = cookies;
    }

    @Override
    public void handle(Exchange exchange) {
        Optional<String> session = exchange.get(Credentials.KEY).session();
        if (session.isPresent()
                && AuthPaths.endsSession(exchange.request().method().name(), exchange.path())) {
            exchange.put(AnswerRewrite.KEY, answer -> end(exchange, session.get(), answer));
        }
        exchange.next();
    }

    private Future<Answer> end(Exchange exchange, String session, Answer answer) {
        if (!answer.successful()) {
            return Future.succeededFuture(answer);
        }
        exchange.onHead(fields -> fields.add(HttpHeaders.SET_COOKIE, cookies.clearSession()));
        return tickets.forget(Ticket.session(session)).map(answer);
    }
}
