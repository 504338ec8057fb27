package org.tallybook.tracker.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Removes every row of a user, waiting events included: auth-service has told the deletion itself. Doing it again
 * changes nothing.
 */
@ApplicationScoped
public class EraseUser {

    /** The stream first: it is the lock that every writer of the user takes first. Logs go with their trackers. */
    private static final List<String> TABLES =
            List.of("user_stream", "outbox", "tracker", "tombstone", "idempotency_key", "user_setting");

    /** Erases in the given transaction. */
    public Uni<Void> erase(SqlConnection transaction, UUID user) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String table : TABLES) {
            done = done.chain(() -> delete(transaction, table, user));
        }
        return done;
    }

    private static Uni<Void> delete(SqlConnection transaction, String table, UUID user) {
        return transaction
                .preparedQuery("DELETE FROM " + table + " WHERE user_id = $1")
                .execute(Tuple.of(user))
                .replaceWithVoid();
    }
}
