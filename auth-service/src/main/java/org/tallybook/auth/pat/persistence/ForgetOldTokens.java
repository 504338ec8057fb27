package org.tallybook.auth.pat.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tallybook.auth.pat.PersonalTokenConfig;

/** Forgets personal access tokens some time after they expired. Harmless on many replicas. */
@ApplicationScoped
class ForgetOldTokens {

    private final Pool pool;
    private final PersonalTokenConfig config;
    private final Clock clock;

    ForgetOldTokens(Pool pool, PersonalTokenConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "11m")
    Uni<Void> run() {
        var until = OffsetDateTime.ofInstant(clock.instant().minus(config.keepExpired()), ZoneOffset.UTC);
        return pool.preparedQuery("DELETE FROM personal_token WHERE expires_at < $1")
                .execute(Tuple.of(until))
                .replaceWithVoid();
    }
}
