package org.tallybook.report.monthly.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.tallybook.report.monthly.Reader;
import org.tallybook.report.monthly.domain.LogEntry;
import org.tallybook.report.monthly.domain.MonthFacts;
import org.tallybook.report.monthly.domain.MonthSpan;
import org.tallybook.report.monthly.domain.Profile;
import org.tallybook.report.monthly.domain.Standing;
import org.tallybook.report.monthly.domain.Tracker;

/** Reads facts in one REPEATABLE READ transaction: a batch of events is seen whole or not at all. */
@ApplicationScoped
public class FactSnapshots {

    private static final String ISOLATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
    private static final String USER = """
            SELECT u.username, u.email, u.email_verified AND NOT u.locked AS reachable, u.time_zone, u.locale,
                   p.revision, p.as_of
            FROM projected_user p LEFT JOIN user_fact u USING (user_id)
            WHERE p.user_id = $1
            """;
    private static final String WATERMARKS = "SELECT source, contiguous FROM watermark WHERE user_id = $1";
    private static final String TRACKERS = """
            SELECT tracker_id, name, type, unit, goal_kind, goal_target, goal_period, weekdays, pauses,
                   coalesce(archived, false) AS archived, created_at
            FROM tracker_fact WHERE user_id = $1 AND deleted_at IS NULL
            """;
    /** A deleted tracker takes its logs with it, even before their own tombstones have arrived. */
    private static final String LOGS = """
            SELECT l.tracker_id, l.value, l.choice, l.description, l.emotion, l.status, l.local_date, l.occurred_at,
                   l.created_at
            FROM log_fact l LEFT JOIN tracker_fact t USING (user_id, tracker_id)
            WHERE l.user_id = $1 AND l.deleted_at IS NULL AND t.deleted_at IS NULL
              AND (l.local_date BETWEEN $2 AND $3 OR l.created_at >= $4 AND l.created_at < $5)
            """;

    private static final String OLDER = """
            SELECT count(*) FROM log_fact l LEFT JOIN tracker_fact t USING (user_id, tracker_id)
            WHERE l.user_id = $1 AND l.deleted_at IS NULL AND t.deleted_at IS NULL AND l.created_at < $2
            """;
    private static final String LOGINS = "SELECT at FROM login_fact WHERE user_id = $1 AND at >= $2 AND at < $3";

    private final Pool pool;

    FactSnapshots(Pool pool) {
        this.pool = pool;
    }

    /** The facts for a month and the one before it. A connection that died in the pool is replaced once. */
    public Uni<FactSnapshot> read(Reader reader, YearMonth month) {
        return pool.withTransaction(connection -> connection
                        .query(ISOLATE)
                        .execute()
                        .chain(() -> user(connection, reader))
                        .chain(user -> complete(connection, user, month)))
                .onFailure(ClosedConnectionException.class)
                .retry()
                .atMost(1);
    }

    private static Uni<User> user(SqlConnection connection, Reader reader) {
        return connection
                .preparedQuery(USER)
                .execute(Tuple.of(reader.userId()))
                .map(rows -> rows.size() == 0
                        ? User.unknown(reader)
                        : User.of(reader, rows.iterator().next()));
    }

    private static Uni<FactSnapshot> complete(SqlConnection connection, User user, YearMonth month) {
        return connection
                .preparedQuery(WATERMARKS)
                .execute(Tuple.of(user.profile().userId()))
                .map(Rows::watermarks)
                .map(marks -> new Standing(user.revision(), user.asOf(), marks))
                .chain(standing -> facts(connection, user.profile(), month)
                        .map(facts -> new FactSnapshot(user.profile(), standing, facts)));
    }

    private static Uni<MonthFacts> facts(SqlConnection connection, Profile profile, YearMonth month) {
        MonthSpan span = new MonthSpan(month, profile.zone());
        Instant from = span.previous().start();
        UUID user = profile.userId();
        return trackers(connection, user)
                .chain(trackers -> logs(connection, user, span)
                        .chain(logs -> logins(connection, user, from, span.end())
                                .chain(logins -> older(connection, user, from)
                                        .map(older -> new MonthFacts(trackers, logs, logins, from, older)))));
    }

    private static Uni<List<Tracker>> trackers(SqlConnection connection, UUID user) {
        return connection.preparedQuery(TRACKERS).execute(Tuple.of(user)).map(Rows::trackers);
    }

    private static Uni<List<LogEntry>> logs(SqlConnection connection, UUID user, MonthSpan span) {
        Tuple span5 = Tuple.of(
                user,
                span.previous().month().atDay(1),
                span.month().atEndOfMonth(),
                span.previous().start().atOffset(ZoneOffset.UTC),
                span.end().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(LOGS).execute(span5).map(Rows::logs);
    }

    private static Uni<List<Instant>> logins(SqlConnection connection, UUID user, Instant from, Instant to) {
        return connection
                .preparedQuery(LOGINS)
                .execute(Tuple.of(user, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC)))
                .map(Rows::instants);
    }

    private static Uni<Long> older(SqlConnection connection, UUID user, Instant from) {
        return connection
                .preparedQuery(OLDER)
                .execute(Tuple.of(user, from.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
