package org.tallybook.auth.session.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.auth.session.Sessions;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.page.Cursor;

@ApplicationScoped
class PanacheSessions implements Sessions, PanacheRepositoryBase<SessionRow, UUID> {

    private static final String LIVE = "userId = ?1 and endedAt is null and idleUntil > ?2";
    private static final String NEWEST = " order by createdAt desc, id desc";
    private static final String AFTER = " and (createdAt < ?3 or (createdAt = ?3 and id < ?4))";

    private final TokenKeys keys;

    PanacheSessions(TokenKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<Optional<Session>> find(SessionId id) {
        return findById(id.value()).map(PanacheSessions::session);
    }

    @Override
    public Uni<Void> add(Session session, @Nullable OpaqueToken cookie) {
        byte[] hash = cookie == null ? null : keys.digest(cookie);
        return persistAndFlush(SessionRow.of(session, hash)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Session>> ofCookie(OpaqueToken cookie) {
        return find("cookieHash", keys.digest(cookie)).firstResult().map(PanacheSessions::session);
    }

    @Override
    public Uni<Boolean> keepAlive(Session session) {
        return update(
                        "lastSeenAt = ?1, idleUntil = ?2, version = version + 1 where id = ?3 and endedAt is null",
                        session.lastSeenAt(),
                        session.idleUntil(),
                        session.id().value())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Void> prove(SessionId id, Instant now) {
        return update("provedAt = ?1, version = version + 1 where id = ?2 and endedAt is null", now, id.value())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> end(List<SessionId> ids, EndReason reason, Instant now) {
        return update(
                        "endedAt = ?1, endReason = ?2, version = version + 1 where id in ?3 and endedAt is null",
                        now,
                        reason.name(),
                        ids.stream().map(SessionId::value).toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Session>> live(UserId user, Instant now) {
        return find(LIVE, user.value(), now).list().map(PanacheSessions::sessions);
    }

    @Override
    public Uni<List<Session>> livePage(UserId user, Optional<Cursor> after, int atMost, Instant now) {
        return after.map(cursor -> find(LIVE + AFTER + NEWEST, user.value(), now, cursor.at(), cursor.id()))
                .orElseGet(() -> find(LIVE + NEWEST, user.value(), now))
                .range(0, atMost - 1)
                .list()
                .map(PanacheSessions::sessions);
    }

    private static List<Session> sessions(List<SessionRow> rows) {
        return rows.stream().map(SessionRow::toSession).toList();
    }

    private static Optional<Session> session(@Nullable SessionRow row) {
        return Optional.ofNullable(row).map(SessionRow::toSession);
    }
}
