package org.tallybook.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What a session cookie is worth: from the cache, else by one exchange, however many requests ask at the same time (a
 * page that loads sends ten). The futures complete on any thread; {@code Exchange.await} brings callers home.
 */
@Singleton
public class Sessions {

    private final TokenCache cache;
    private final SessionExchange exchange;
    private final ConcurrentMap<String, Future<Optional<AccessToken>>> inFlight = new ConcurrentHashMap<>();

    Sessions(TokenCache cache, SessionExchange exchange) {
        this.cache = cache;
        this.exchange = exchange;
    }

    /** Empty if the session has ended; fails with a problem if nobody can say. */
    Future<Optional<AccessToken>> resolve(String session) {
        return cache.find(session).compose(held -> held.isPresent() ? Future.succeededFuture(held) : obtain(session));
    }

    private Future<Optional<AccessToken>> obtain(String session) {
        Promise<Optional<AccessToken>> mine = Promise.promise();
        Future<Optional<AccessToken>> running = inFlight.putIfAbsent(session, mine.future());
        if (running != null) {
            return running;
        }
        lookAgainOrExchange(session).onComplete(result -> {
            inFlight.remove(session, mine.future());
            mine.handle(result);
        });
        return mine.future();
    }

    /**
     * A request that missed the cache may get here after the exchange that filled it is over. The entry is written
     * before that exchange ends, so one more look is enough to keep it the only one.
     */
    private Future<Optional<AccessToken>> lookAgainOrExchange(String session) {
        return cache.find(session)
                .compose(held -> held.isPresent()
                        ? Future.succeededFuture(held)
                        : exchange.exchange(session).compose(token -> keep(session, token)));
    }

    private Future<Optional<AccessToken>> keep(String session, Optional<AccessToken> token) {
        return token.map(fresh -> cache.put(session, fresh).map(token)).orElse(Future.succeededFuture(token));
    }

    /** Keeps a token that auth-service handed out together with a new session. */
    public Future<Void> remember(String session, AccessToken token) {
        return cache.put(session, token);
    }

    /** Forgets what a session was worth, at once and for all replicas. */
    public Future<Void> forget(String session) {
        return cache.drop(session);
    }
}
