package org.tallybook.auth.session.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Forgets sessions, with their refresh tokens, when even an untouched one would have expired. Until then an ended
 * session stays, so that its spent tokens are recognised. Harmless on many replicas.
 */
@ApplicationScoped
class ForgetOldSessions {

    private final Pool pool;
    private final Clock clock;

    ForgetOldSessions(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> run() {
        return pool.preparedQuery("DELETE FROM session WHERE expires_at < $1")
                .execute(Tuple.of(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
