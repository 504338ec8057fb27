package org.tallybook.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What a session cookie or a personal access token is worth: from the cache, else by one exchange, however many requests ask at the same time (a
 * page that loads sends ten). The futures complete on any thread; {@code Exchange.await} brings callers home.
 */
@Singleton
public class Tickets {

    private final TokenCache cache;
    private final TicketExchange exchange;
    private final ConcurrentMap<Ticket, Future<Optional<AccessToken>>> inFlight = new ConcurrentHashMap<>();

    Tickets(TokenCache cache, TicketExchange exchange) {
        this.cache = cache;
        this.exchange = exchange;
    }

    /** Empty if it has ended; fails with a problem if nobody can say. */
    Future<Optional<AccessToken>> resolve(Ticket ticket) {
        return cache.find(ticket).compose(held -> held.isPresent() ? Future.succeededFuture(held) : obtain(ticket));
    }

    private Future<Optional<AccessToken>> obtain(Ticket ticket) {
        Promise<Optional<AccessToken>> mine = Promise.promise();
        Future<Optional<AccessToken>> running = inFlight.putIfAbsent(ticket, mine.future());
        if (running != null) {
            return running;
        }
        lookAgainOrExchange(ticket).onComplete(result -> {
            inFlight.remove(ticket, mine.future());
            mine.handle(result);
        });
        return mine.future();
    }

    /**
     * A request that missed the cache may get here after the exchange that filled it is over. The entry is written
     * before that exchange ends, so one more look is enough to keep it the only one.
     */
    private Future<Optional<AccessToken>> lookAgainOrExchange(Ticket ticket) {
        return cache.find(ticket)
                .compose(held -> held.isPresent()
                        ? Future.succeededFuture(held)
                        : exchange.exchange(ticket).compose(token -> keep(ticket, token)));
    }

    private Future<Optional<AccessToken>> keep(Ticket ticket, Optional<AccessToken> token) {
        return token.map(fresh -> cache.put(ticket, fresh).map(token)).orElse(Future.succeededFuture(token));
    }

    /** Keeps a token that auth-service handed out together with a new ticket. */
    public Future<Void> remember(Ticket ticket, AccessToken token) {
        return cache.put(ticket, token);
    }

    /** Forgets what a ticket was worth, at once and for all replicas. */
    public Future<Void> forget(Ticket ticket) {
        return cache.drop(ticket);
    }
}
