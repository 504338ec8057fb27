package org.tallybook.auth.export.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.tallybook.auth.export.AccountData;
import org.tallybook.auth.identity.domain.UserId;

/**
 * Reads in one REPEATABLE READ transaction through cursors. PostgreSQL ends the transaction of a reader who pauses for
 * too long, so a client that stalls holds neither a connection nor old rows.
 */
@ApplicationScoped
class PgAccountData implements AccountData {

    private static final int ROWS_AT_ONCE = 200;
    private static final String ISOLATE = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
            SET LOCAL TIME ZONE 'UTC';
            SET LOCAL idle_in_transaction_session_timeout = '60s'
            """;

    private final Pool pool;
    private final Clock clock;

    PgAccountData(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Multi<String> of(UserId user) {
        return Multi.createFrom()
                .resourceFromUni(this::open, snapshot -> document(snapshot, user.value()))
                .withFinalizer(SqlConnection::close);
    }

    /** Closing a connection rolls back what was begun on it. */
    private Uni<SqlConnection> open() {
        return pool.getConnection()
                .call(SqlConnection::begin)
                .call(connection -> connection.query(ISOLATE).execute());
    }

    private Multi<String> document(SqlConnection snapshot, UUID user) {
        String head = "{\"format\":\"tallybook-account\",\"version\":1,\"exportedAt\":\"" + clock.instant() + "\"";
        Multi<String> sections = Multi.createFrom()
                .iterable(Section.ALL)
                .onItem()
                .transformToMultiAndConcatenate(section -> member(snapshot, section, user));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(head),
                        sections,
                        Multi.createFrom().item("}\n"));
    }

    private static Multi<String> member(SqlConnection snapshot, Section section, UUID user) {
        String name = ",\n\"" + section.name() + "\":";
        return section.many()
                ? Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(name + "["),
                                rows(snapshot, section, user),
                                Multi.createFrom().item("]"))
                : snapshot.preparedQuery(section.query())
                        .execute(Tuple.of(user))
                        .map(rows -> name
                                + (rows.size() == 0
                                        ? "null"
                                        : rows.iterator().next().getString(0)))
                        .toMulti();
    }

    private static Multi<String> rows(SqlConnection snapshot, Section section, UUID user) {
        var commas = new Commas();
        return snapshot.prepare(section.query())
                .onItem()
                .transformToMulti(statement -> cursor(statement, user))
                .group()
                .intoLists()
                .of(ROWS_AT_ONCE)
                .map(rows -> commas.before(String.join(",\n", rows)));
    }

    private static Multi<String> cursor(PreparedStatement statement, UUID user) {
        return statement.createStream(ROWS_AT_ONCE, Tuple.of(user)).toMulti().map(row -> row.getString(0));
    }

    /** Puts a comma between the pieces of one array. */
    private static final class Commas {

        private boolean first = true;

        String before(String piece) {
            String separated = first ? piece : ",\n" + piece;
            first = false;
            return separated;
        }
    }
}
