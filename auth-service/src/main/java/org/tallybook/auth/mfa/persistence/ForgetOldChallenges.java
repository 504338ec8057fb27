package org.tallybook.auth.mfa.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tallybook.auth.mfa.MfaConfig;

/** Forgets sign-ins that never got their second factor, and wrong codes that no longer count. */
@ApplicationScoped
class ForgetOldChallenges {

    private final Pool pool;
    private final MfaConfig config;
    private final Clock clock;

    ForgetOldChallenges(Pool pool, MfaConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "7m")
    Uni<Void> run() {
        Instant now = clock.instant();
        return delete("DELETE FROM login_challenge WHERE expires_at < $1", now)
                .chain(() -> delete("DELETE FROM failed_code WHERE at < $1", now.minus(config.window())))
                .chain(() -> delete(
                        "DELETE FROM totp WHERE confirmed_at IS NULL AND started_at < $1",
                        now.minus(config.enrolment())));
    }

    private Uni<Void> delete(String sql, Instant limit) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(OffsetDateTime.ofInstant(limit, ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
