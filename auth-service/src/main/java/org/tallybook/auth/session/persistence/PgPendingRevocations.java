package org.tallybook.auth.session.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.PendingRevocations;
import org.tallybook.auth.session.domain.SessionId;

@ApplicationScoped
class PgPendingRevocations implements PendingRevocations {

    private static final String ADD = """
            INSERT INTO revocation (whole_user, subject, revoked_at)
            SELECT :wholeUser, subject, :now FROM unnest(cast(:subjects AS uuid[])) AS subject
            ON CONFLICT (subject) DO UPDATE SET revoked_at = excluded.revoked_at
            """;

    private final Pool pool;

    PgPendingRevocations(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> addSessions(List<SessionId> sessions, Instant now) {
        return add(false, sessions.stream().map(SessionId::value).toList(), now);
    }

    @Override
    public Uni<Void> addUser(UserId user, Instant now) {
        return add(true, List.of(user.value()), now);
    }

    @Override
    public Uni<List<Revoked>> since(Instant instant) {
        return pool.preparedQuery("SELECT whole_user, subject, revoked_at FROM revocation WHERE revoked_at > $1")
                .execute(Tuple.of(utc(instant)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgPendingRevocations::revoked)
                        .toList());
    }

    @Override
    public Uni<Void> forgetUntil(Instant instant) {
        return pool.preparedQuery("DELETE FROM revocation WHERE revoked_at <= $1")
                .execute(Tuple.of(utc(instant)))
                .replaceWithVoid();
    }

    private static Uni<Void> add(boolean wholeUser, List<UUID> subjects, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("wholeUser", wholeUser)
                        .setParameter("subjects", subjects.toArray(UUID[]::new))
                        .setParameter("now", utc(now))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Revoked revoked(Row row) {
        return new Revoked(
                row.getBoolean("whole_user"),
                row.getUUID("subject"),
                row.getOffsetDateTime("revoked_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
