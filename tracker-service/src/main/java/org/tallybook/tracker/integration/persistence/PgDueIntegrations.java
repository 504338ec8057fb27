package org.tallybook.tracker.integration.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.tracker.integration.DueIntegrations;
import org.tallybook.tracker.integration.domain.Integration;

/** A row that another replica is looking at is skipped, one that another replica works on is leased. */
@ApplicationScoped
class PgDueIntegrations implements DueIntegrations {

    /** Materialized: a subquery could be carried out more than once, and claim more than one. */
    private static final String CLAIM = """
        WITH due AS MATERIALIZED (
            SELECT user_id AS due_user, kind AS due_kind FROM integration
            WHERE next_run_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
            ORDER BY next_run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        UPDATE integration SET leased_until = $2, run = run + 1
        FROM due WHERE user_id = due_user AND kind = due_kind
        RETURNING
        """ + Columns.ALL;

    /** What somebody is working on is skipped: its own answer says when it is due, and two of us never wait in a ring. */
    private static final String LEAVE_ALONE = """
        WITH early AS MATERIALIZED (
            SELECT user_id AS early_user FROM integration
            WHERE kind = $1 AND next_run_at < $2 FOR UPDATE SKIP LOCKED)
        UPDATE integration SET next_run_at = $2 FROM early WHERE user_id = early_user AND kind = $1
        """;

    private final Pool pool;

    PgDueIntegrations(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Integration>> claim(Instant now, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(Columns.moment(now), Columns.moment(now.plus(lease))))
                .map(PgDueIntegrations::first);
    }

    @Override
    public Uni<Void> leaveAlone(String kind, Instant until) {
        return pool.preparedQuery(LEAVE_ALONE)
                .execute(Tuple.of(kind, Columns.moment(until)))
                .replaceWithVoid();
    }

    private static Optional<Integration> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(Columns.integration(row::getValue));
        }
        return Optional.empty();
    }
}
