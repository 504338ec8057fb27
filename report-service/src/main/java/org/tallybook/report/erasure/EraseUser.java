package org.tallybook.report.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deletes everything of a user and leaves a mark, so that no late event brings anything back. */
@ApplicationScoped
public class EraseUser {

    private static final String MARK = """
            UPDATE projected_user SET erased_at = least(erased_at, $2), as_of = NULL WHERE user_id = $1
            """;
    private static final List<String> TABLES = List.of(
            "user_fact",
            "tracker_fact",
            "log_fact",
            "login_fact",
            "watermark",
            "preference",
            "report_mail",
            "idempotency_key");

    /**
     * The users' rows must be locked by the transaction.
     *
     * @param users with the instant each was deleted at
     */
    public Uni<Void> erase(SqlConnection transaction, Map<UUID, Instant> users) {
        return Multi.createFrom()
                .iterable(users.entrySet())
                .onItem()
                .transformToUniAndConcatenate(user -> erase(transaction, user.getKey(), user.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> erase(SqlConnection transaction, UUID user, Instant at) {
        return transaction
                .preparedQuery(MARK)
                .execute(Tuple.of(user, at.atOffset(ZoneOffset.UTC)))
                .chain(() -> empty(transaction, user));
    }

    private static Uni<Void> empty(SqlConnection transaction, UUID user) {
        return Multi.createFrom()
                .iterable(TABLES)
                .onItem()
                .transformToUniAndConcatenate(table -> transaction
                        .preparedQuery("DELETE FROM " + table + " WHERE user_id = $1")
                        .execute(Tuple.of(user)))
                .onItem()
                .ignoreAsUni();
    }
}
