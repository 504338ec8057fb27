package org.tallybook.auth.mail.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.mail.domain.WaitingMail;
import org.tallybook.kit.id.Ids;

/** Adds through the session of the causing transaction; the deliverer's statements go to the pool directly. */
@ApplicationScoped
class PgMailOutbox implements MailOutbox {

    private static final String ADD = """
            INSERT INTO mail_outbox (id, kind, recipient, locale, link_id, detail, created_at, attempts, next_attempt_at)
            VALUES (:id, :kind, :recipient, :locale, cast(:link AS uuid), cast(:detail AS text), :now, 0, :now)
            """;
    private static final String CLAIM = """
            UPDATE mail_outbox SET attempts = attempts + 1, next_attempt_at = $2
            WHERE id IN (SELECT id FROM mail_outbox WHERE next_attempt_at <= $1
                ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, recipient, locale, link_id, detail, created_at, attempts
            """;

    private static final String FORGET = """
            DELETE FROM mail_outbox
            WHERE lower(recipient) = :address OR link_id IN (SELECT id FROM mailed_link WHERE user_id = :user)
            """;

    private final Pool pool;
    private final Ids ids;
    private final Clock clock;

    PgMailOutbox(Pool pool, Ids ids, Clock clock) {
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(
            MailKind kind, EmailAddress recipient, Locale locale, @Nullable UUID link, @Nullable String detail) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(ADD))
                .chain(query -> query.setParameter("id", ids.next())
                        .setParameter("kind", kind.name())
                        .setParameter("recipient", recipient.value())
                        .setParameter("locale", locale.toLanguageTag())
                        .setParameter("link", link)
                        .setParameter("detail", detail)
                        .setParameter("now", utc(clock.instant()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(UserId user, EmailAddress address) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("user", user.value())
                        .setParameter("address", address.key())
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<WaitingMail>> claim(int atMost, Instant now, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), utc(now.plus(lease)), atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgMailOutbox::mail)
                        .toList());
    }

    @Override
    public Uni<Void> attachLink(UUID mail, UUID link) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("UPDATE mail_outbox SET link_id = :link WHERE id = :id")
                        .setParameter("link", link)
                        .setParameter("id", mail)
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(UUID mail) {
        return pool.preparedQuery("DELETE FROM mail_outbox WHERE id = $1")
                .execute(Tuple.of(mail))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> postpone(UUID mail, Instant until, String reason) {
        return pool.preparedQuery("UPDATE mail_outbox SET next_attempt_at = $2, last_error = $3 WHERE id = $1")
                .execute(Tuple.of(mail, utc(until), reason))
                .replaceWithVoid();
    }

    private static WaitingMail mail(Row row) {
        return new WaitingMail(
                row.getUUID("id"),
                MailKind.valueOf(row.getString("kind")),
                new EmailAddress(row.getString("recipient")),
                Locale.forLanguageTag(row.getString("locale")),
                row.getUUID("link_id"),
                row.getString("detail"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("attempts"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
