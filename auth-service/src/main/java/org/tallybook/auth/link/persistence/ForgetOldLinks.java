package org.tallybook.auth.link.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Forgets links two days after they expired; a mail that still waits for one is given up after one. Those of an account
 * that was never verified stay with it: the last of them tells when the account may go.
 */
@ApplicationScoped
class ForgetOldLinks {

    private static final Duration KEPT = Duration.ofDays(2);

    private static final String FORGET = """
            DELETE FROM mailed_link
            WHERE expires_at < $1
                AND (purpose <> 'VERIFY_EMAIL'
                    OR user_id NOT IN (SELECT id FROM identity WHERE email_verified_at IS NULL))
            """;

    private final Pool pool;
    private final Clock clock;

    ForgetOldLinks(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "11m")
    Uni<Void> run() {
        OffsetDateTime limit = OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
        return pool.preparedQuery(FORGET).execute(Tuple.of(limit)).replaceWithVoid();
    }
}
