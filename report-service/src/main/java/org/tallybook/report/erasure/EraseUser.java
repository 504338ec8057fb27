package org.tallybook.report.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Deletes everything of a user and leaves a mark, so that no late event brings anything back. The mark is the SHA-256 of
 * the user's id: 74 bits of that are random, so nobody finds the id from it, and nothing else refers to it.
 */
@ApplicationScoped
public class EraseUser {

    private static final String MARK = """
            INSERT INTO erased_user (digest, erased_at)
            SELECT sha256(uuid_send(id)), $2 FROM unnest($1::uuid[]) AS id ON CONFLICT DO NOTHING
            """;
    private static final String MARKED = """
            SELECT id FROM unnest($1::uuid[]) AS id JOIN erased_user ON digest = sha256(uuid_send(id))
            """;
    private static final List<String> TABLES = List.of(
            "user_fact",
            "tracker_fact",
            "log_fact",
            "login_fact",
            "watermark",
            "preference",
            "report_mail",
            "idempotency_key",
            "projected_user");

    /** What could not be read still names its user. */
    private static final String PARKED =
            "DELETE FROM parked_message WHERE position(convert_to($1::text, 'UTF8') IN body) > 0";

    private final Clock clock;

    EraseUser(Clock clock) {
        this.clock = clock;
    }

    /**
     * The users' rows must be locked by the transaction.
     *
     * @param users all that the transaction is about
     * @param deleted those of them whose end it has heard of
     * @return those of them that are erased, now or long ago: nothing of theirs may be stored
     */
    public Uni<Set<UUID>> erase(SqlConnection transaction, Set<UUID> users, Set<UUID> deleted) {
        return mark(transaction, deleted)
                .chain(() -> marked(transaction, users))
                .call(erased -> empty(transaction, erased));
    }

    private Uni<Void> mark(SqlConnection transaction, Set<UUID> deleted) {
        if (deleted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return transaction
                .preparedQuery(MARK)
                .execute(Tuple.of(deleted.toArray(UUID[]::new), now))
                .replaceWithVoid();
    }

    /** A statement of its own: it also sees the marks that others committed while we waited for the users' rows. */
    private static Uni<Set<UUID>> marked(SqlConnection transaction, Set<UUID> users) {
        return transaction
                .preparedQuery(MARKED)
                .execute(Tuple.of(users.toArray(UUID[]::new)))
                .map(EraseUser::ids);
    }

    /** Deletes every row of erased users. */
    static Uni<Void> empty(SqlConnection transaction, Collection<UUID> users) {
        return Multi.createFrom()
                .iterable(users)
                .onItem()
                .transformToUniAndConcatenate(user -> empty(transaction, user))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> empty(SqlConnection transaction, UUID user) {
        return Multi.createFrom()
                .iterable(TABLES)
                .onItem()
                .transformToUniAndConcatenate(table -> transaction
                        .preparedQuery("DELETE FROM " + table + " WHERE user_id = $1")
                        .execute(Tuple.of(user)))
                .onItem()
                .ignoreAsUni()
                .chain(() -> transaction.preparedQuery(PARKED).execute(Tuple.of(user.toString())))
                .replaceWithVoid();
    }

    static Set<UUID> ids(RowSet<Row> rows) {
        var ids = new HashSet<UUID>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }
}
