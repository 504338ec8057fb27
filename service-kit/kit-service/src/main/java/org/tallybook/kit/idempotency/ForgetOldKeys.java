package org.tallybook.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Forgets idempotency keys after a day, by when no client repeats a request any more. Harmless on many replicas. */
@ApplicationScoped
class ForgetOldKeys {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Pool pool;
    private final Clock clock;

    ForgetOldKeys(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> run() {
        OffsetDateTime limit = OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
        return pool.preparedQuery("DELETE FROM idempotency_key WHERE created_at < $1")
                .execute(Tuple.of(limit))
                .replaceWithVoid();
    }
}
