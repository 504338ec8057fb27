package org.tallybook.tracker.erasure;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Erases what a request wrote that was already under way when its user was erased: its token was good when it was looked
 * at, and its transaction committed a moment later. Harmless on many replicas.
 */
@ApplicationScoped
class EraseStragglers {

    /** Far longer than any request takes. */
    private static final Duration WATCHED = Duration.ofDays(1);

    /** Whatever a request writes, it writes to one of these too; each has at most a few rows a user. */
    private static final String LEFT = """
            SELECT user_id FROM (
                SELECT user_id FROM user_stream
                UNION SELECT user_id FROM user_setting
                UNION SELECT user_id FROM integration
                UNION SELECT user_id FROM idempotency_key) AS written
            WHERE sha256(uuid_send(user_id)) IN (SELECT digest FROM erased_user WHERE erased_at > $1)
            """;

    private final Pool pool;
    private final Clock clock;

    EraseStragglers(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m")
    Uni<Void> run() {
        return pool.withTransaction(this::run);
    }

    private Uni<Void> run(SqlConnection transaction) {
        return transaction
                .preparedQuery(LEFT)
                .execute(Tuple.of(OffsetDateTime.ofInstant(clock.instant().minus(WATCHED), ZoneOffset.UTC)))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> EraseUser.empty(transaction, row.getUUID(0)))
                .onItem()
                .ignoreAsUni();
    }
}
