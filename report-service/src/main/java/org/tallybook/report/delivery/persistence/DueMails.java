package org.tallybook.report.delivery.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.report.preference.domain.MailFormat;
import org.tallybook.report.preference.domain.Preferences;

/** The poller's side of the mail outbox. A claim is a lease: when its holder dies, the mail becomes due again. */
@ApplicationScoped
public class DueMails {

    private static final String CLAIM = """
            UPDATE report_mail SET attempts = attempts + 1, next_attempt_at = $2
            WHERE id = (SELECT id FROM report_mail WHERE next_attempt_at <= $1
                        ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, user_id, month, requested_at, attempts, (SELECT p.report_format FROM preference p
                      WHERE p.user_id = report_mail.user_id) AS format
            """;
    private static final String SENT = """
            UPDATE report_mail SET sent_at = $2, next_attempt_at = NULL, last_error = NULL WHERE id = $1
            """;
    private static final String FAILED = "UPDATE report_mail SET next_attempt_at = $2, last_error = $3 WHERE id = $1";

    private final Pool pool;

    DueMails(Pool pool) {
        this.pool = pool;
    }

    /** @param leasedUntil when somebody else may try, should this attempt end without a word */
    public Uni<Optional<DueMail>> claim(Instant now, Instant leasedUntil) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), leasedUntil.atOffset(ZoneOffset.UTC)))
                .map(DueMails::first);
    }

    public Uni<Void> sent(UUID id, Instant now) {
        return pool.preparedQuery(SENT)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Not sent; it is tried again at the given instant. */
    public Uni<Void> failed(UUID id, Instant again, String reason) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(id, again.atOffset(ZoneOffset.UTC), reason))
                .replaceWithVoid();
    }

    /** Not sent, and never to be. */
    public Uni<Void> abandoned(UUID id, String reason) {
        return pool.preparedQuery("UPDATE report_mail SET next_attempt_at = NULL, last_error = $2 WHERE id = $1")
                .execute(Tuple.of(id, reason))
                .replaceWithVoid();
    }

    private static Optional<DueMail> first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new DueMail(
                row.getUUID("id"),
                row.getUUID("user_id"),
                YearMonth.from(row.getLocalDate("month")),
                Optional.ofNullable(row.getString("format"))
                        .map(MailFormat::valueOf)
                        .orElse(Preferences.DEFAULTS.reportFormat()),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getInteger("attempts")));
    }
}
