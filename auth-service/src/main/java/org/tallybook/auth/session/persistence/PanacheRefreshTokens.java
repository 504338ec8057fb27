package org.tallybook.auth.session.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.auth.session.RefreshTokens;
import org.tallybook.auth.session.domain.RefreshToken;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.id.Ids;

@ApplicationScoped
class PanacheRefreshTokens implements RefreshTokens, PanacheRepositoryBase<RefreshTokenRow, UUID> {

    private static final String OWNER =
            "select s.userId from RefreshToken t, Session s where t.tokenHash = :hash and s.id = t.sessionId";

    private final TokenKeys keys;
    private final Ids ids;

    PanacheRefreshTokens(TokenKeys keys, Ids ids) {
        this.keys = keys;
        this.ids = ids;
    }

    @Override
    public Uni<Optional<UserId>> ownerOf(OpaqueToken token) {
        return Panache.getSession()
                .chain(session -> session.createQuery(OWNER, UUID.class)
                        .setParameter("hash", keys.digest(token))
                        .getSingleResultOrNull())
                .map(owner -> Optional.ofNullable(owner).map(UserId::new));
    }

    @Override
    public Uni<Optional<RefreshToken>> find(OpaqueToken token) {
        return find("tokenHash", keys.digest(token))
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(RefreshTokenRow::toToken));
    }

    @Override
    public Uni<Void> add(OpaqueToken token, SessionId session, Instant now) {
        var row = new RefreshTokenRow();
        row.id = ids.next();
        row.sessionId = session.value();
        row.tokenHash = keys.digest(token);
        row.issuedAt = now;
        return persistAndFlush(row).replaceWithVoid();
    }

    @Override
    public Uni<Void> rotate(OpaqueToken spent, OpaqueToken successor, SessionId session, Instant now) {
        return update("usedAt = ?1 where tokenHash = ?2 and usedAt is null", now, keys.digest(spent))
                .chain(() -> add(successor, session, now));
    }
}
