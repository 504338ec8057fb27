package org.tallybook.report.monthly.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallybook.report.monthly.Reader;

/** Which months a user has anything in. */
@ApplicationScoped
public class Months {

    private static final LocalDate NO_BOUND = LocalDate.of(9999, 12, 31);

    /** Months come from local days, and from instants in the user's zone; the running month is always there. */
    private static final String LIST = """
            WITH zone AS (
              SELECT coalesce((SELECT time_zone FROM user_fact WHERE user_id = $1), $2) AS name
            ), now AS (
              SELECT date_trunc('month', $3::timestamptz AT TIME ZONE zone.name)::date AS month FROM zone
            ), log AS (
              SELECT l.local_date FROM log_fact l LEFT JOIN tracker_fact t USING (user_id, tracker_id)
              WHERE l.user_id = $1 AND l.deleted_at IS NULL AND t.deleted_at IS NULL
            ), day AS (
              SELECT local_date AS day FROM log
              UNION SELECT (created_at AT TIME ZONE zone.name)::date FROM tracker_fact, zone
                    WHERE user_id = $1 AND deleted_at IS NULL
              UNION SELECT (at AT TIME ZONE zone.name)::date FROM login_fact, zone WHERE user_id = $1
              UNION SELECT now.month FROM now
            ), month AS (
              SELECT DISTINCT date_trunc('month', day)::date AS first FROM day
            )
            SELECT month.first, month.first < now.month AS closed, count(log.local_date) AS logs,
                   count(DISTINCT log.local_date) AS days
            FROM month CROSS JOIN now
                 LEFT JOIN log ON log.local_date >= month.first
                              AND log.local_date < (month.first + interval '1 month')::date
            WHERE month.first <= now.month AND month.first < $4
            GROUP BY month.first, now.month ORDER BY month.first DESC LIMIT $5
            """;

    private final Pool pool;

    Months(Pool pool) {
        this.pool = pool;
    }

    public Uni<List<MonthRow>> list(Reader reader, Instant now, @Nullable YearMonth before, int limit) {
        Tuple parameters = Tuple.of(
                reader.userId(),
                reader.zone().getId(),
                now.atOffset(ZoneOffset.UTC),
                before == null ? NO_BOUND : before.atDay(1),
                limit);
        return pool.preparedQuery(LIST)
                .execute(parameters)
                .onFailure(ClosedConnectionException.class)
                .retry()
                .atMost(1)
                .map(rows -> Rows.list(rows, Months::month));
    }

    private static MonthRow month(Row row) {
        return new MonthRow(
                YearMonth.from(row.getLocalDate(0)), row.getBoolean(1), row.getInteger(2), row.getInteger(3));
    }
}
