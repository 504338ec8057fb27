package org.tallybook.tracker.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Removes every row of a user, waiting events included: auth-service has told the deletion itself. Doing it again
 * changes nothing. What stays is the SHA-256 of the user's id, so that no late event brings anything back: 74 bits of an
 * id are random, so nobody finds it from its digest, and nothing else refers to that.
 */
@ApplicationScoped
public class EraseUser {

    private static final String MARK = """
            INSERT INTO erased_user (digest, erased_at) VALUES (sha256(uuid_send($1)), $2) ON CONFLICT DO NOTHING
            """;

    /**
     * The stream first: it is the lock that every writer of the user takes first. Logs go with their trackers, plays
     * with integrations.
     */
    private static final List<String> TABLES = List.of(
            "user_stream",
            "outbox",
            "integration",
            "tracker",
            "emotion",
            "trashed_log",
            "trashed_tracker",
            "tombstone",
            "idempotency_key",
            "user_setting");

    /** What could not be read still names its user. */
    private static final String PARKED =
            "DELETE FROM parked_message WHERE position(convert_to($1::text, 'UTF8') IN body) > 0";

    private final Clock clock;

    EraseUser(Clock clock) {
        this.clock = clock;
    }

    /** Erases in the given transaction. */
    public Uni<Void> erase(SqlConnection transaction, UUID user) {
        return transaction
                .preparedQuery(MARK)
                .execute(Tuple.of(user, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .chain(() -> empty(transaction, user));
    }

    /** Deletes every row of an erased user. */
    static Uni<Void> empty(SqlConnection transaction, UUID user) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String table : TABLES) {
            done = done.chain(() -> delete(transaction, table, user));
        }
        return done.chain(() -> transaction.preparedQuery(PARKED).execute(Tuple.of(user.toString())))
                .replaceWithVoid();
    }

    private static Uni<Void> delete(SqlConnection transaction, String table, UUID user) {
        return transaction
                .preparedQuery("DELETE FROM " + table + " WHERE user_id = $1")
                .execute(Tuple.of(user))
                .replaceWithVoid();
    }
}
