package org.tallybook.kit.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.event.EventsConfig;

/**
 * The outbox as the relay sees it. Every call blocks the relay's own thread, never an event loop, and is bounded in
 * time. Rows are always read from the lowest position that is left: paging by {@code position > last} would skip rows
 * of transactions that committed late.
 */
@ApplicationScoped
class OutboxTable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BATCH_PATIENCE = Duration.ofSeconds(30);

    /** Namespace of the advisory locks, so that they meet no other user of such locks. */
    private static final int LOCK_CLASS = 0x7A11B00C;

    private static final String WAITING = """
            SELECT bucket FROM generate_series(0, $1 - 1) AS bucket
            WHERE EXISTS (SELECT FROM outbox WHERE outbox.bucket = bucket.bucket)
            """;
    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock($1, $2)";
    private static final String NEXT = """
            SELECT position, event_id, user_id, seq, type, subject, occurred_at, traceparent, data
            FROM outbox WHERE bucket = $1 ORDER BY position LIMIT $2
            """;
    private static final String DELETE = "DELETE FROM outbox WHERE position = ANY($1)";

    private final Pool pool;
    private final EventCodec codec;
    private final EventsConfig config;

    OutboxTable(Pool pool, EventCodec codec, EventsConfig config) {
        this.pool = pool;
        this.codec = codec;
        this.config = config;
    }

    /** The buckets that hold events. */
    List<Integer> waitingBuckets() {
        RowSet<Row> rows = pool.preparedQuery(WAITING)
                .execute(Tuple.of(config.partitions()))
                .await()
                .atMost(PATIENCE);
        return stream(rows).map(row -> row.getInteger(0)).toList();
    }

    /**
     * Hands the oldest events of a bucket to a consumer and deletes them after it returned, all under the bucket's
     * lock. If the consumer fails nothing is deleted.
     *
     * @return how many events were handed over; 0 when another replica holds the bucket
     */
    int drain(int bucket, Handover handover) throws IOException, InterruptedException {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        try {
            Transaction transaction = connection.begin().await().atMost(PATIENCE);
            try {
                int count = drain(connection, bucket, handover);
                transaction.commit().await().atMost(PATIENCE);
                return count;
            } catch (IOException | InterruptedException | RuntimeException failure) {
                rollback(transaction, failure);
                throw failure;
            }
        } finally {
            connection.close().await().atMost(PATIENCE);
        }
    }

    private int drain(SqlConnection connection, int bucket, Handover handover)
            throws IOException, InterruptedException {
        if (!tryLock(connection, bucket)) {
            return 0;
        }
        List<Row> rows = stream(connection
                        .preparedQuery(NEXT)
                        .execute(Tuple.of(bucket, config.relay().batch()))
                        .await()
                        .atMost(BATCH_PATIENCE))
                .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        var events = new ArrayList<Event>(rows.size());
        rows.forEach(row -> events.add(event(row)));
        handover.accept(events);
        Long[] positions = rows.stream().map(row -> row.getLong("position")).toArray(Long[]::new);
        connection.preparedQuery(DELETE).execute(Tuple.of(positions)).await().atMost(BATCH_PATIENCE);
        return events.size();
    }

    private static boolean tryLock(SqlConnection connection, int bucket) {
        return connection
                .preparedQuery(TRY_LOCK)
                .execute(Tuple.of(LOCK_CLASS, bucket))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getBoolean(0);
    }

    private static void rollback(Transaction transaction, Exception failure) {
        try {
            transaction.rollback().await().atMost(PATIENCE);
        } catch (RuntimeException lost) {
            failure.addSuppressed(lost);
        }
    }

    private Event event(Row row) {
        UUID subject = row.getUUID("subject");
        JsonNode data = codec.decodeData(row.getString("data"));
        return new Event(
                row.getUUID("event_id"),
                config.source(),
                row.getString("type"),
                subject.toString(),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getUUID("user_id"),
                row.getLong("seq"),
                row.getString("traceparent"),
                data);
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** What the events are handed to; it returns only when they are safe elsewhere. */
    interface Handover {
        void accept(List<Event> events) throws IOException, InterruptedException;
    }
}
