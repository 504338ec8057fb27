package org.tallybook.tracker.trash;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Removes for good what has been in the trash for {@link Trash#KEPT}. Each replica claims some rows at a time and skips
 * those that another one, or a restore, holds. The ids stay taken: their tombstones remain.
 */
@ApplicationScoped
public class EmptyTrash {

    private static final int AT_ONCE = 1_000;

    /** Tables with the column that tells the age of a row. */
    private static final Map<String, String> TABLES = Map.of(
            "trashed_log", "deleted_at",
            "trashed_tracker", "deleted_at");

    private final Pool pool;
    private final Clock clock;

    EmptyTrash(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "11m")
    public Uni<Void> run() {
        OffsetDateTime horizon = OffsetDateTime.ofInstant(Trash.horizon(clock.instant()), ZoneOffset.UTC);
        return Multi.createFrom()
                .iterable(TABLES.entrySet())
                .onItem()
                .transformToUniAndConcatenate(table -> empty(table.getKey(), table.getValue(), horizon))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> empty(String table, String age, OffsetDateTime horizon) {
        return Multi.createBy()
                .repeating()
                .uni(() -> purge(table, age, horizon))
                .whilst(rows -> rows == AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Integer> purge(String table, String age, OffsetDateTime horizon) {
        String purge = """
                DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM %1$s WHERE %2$s <= $1 ORDER BY %2$s LIMIT %3$d
                    FOR UPDATE SKIP LOCKED))
                """.formatted(table, age, AT_ONCE);
        Uni<RowSet<Row>> deleted = pool.preparedQuery(purge).execute(Tuple.of(horizon));
        return deleted.map(SqlResult::rowCount);
    }
}
