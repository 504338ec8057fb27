package org.tallybook.auth.link.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;

@ApplicationScoped
class PanacheMailedLinks implements MailedLinks, PanacheRepositoryBase<MailedLinkRow, UUID> {

    private static final String CONSUME = """
            UPDATE mailed_link SET used_at = :now
            WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
            RETURNING *
            """;

    private final TokenKeys keys;

    PanacheMailedLinks(TokenKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<Void> add(MailedLink link) {
        byte[] hash = keys.digest(keys.ofLink(link.id()));
        return persistAndFlush(MailedLinkRow.of(link, hash)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<UserId>> ownerOf(OpaqueToken token, LinkPurpose purpose, Instant now) {
        return find(
                        "tokenHash = ?1 and purpose = ?2 and usedAt is null and expiresAt > ?3",
                        keys.digest(token),
                        purpose.name(),
                        now)
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(link -> new UserId(link.userId)));
    }

    @Override
    public Uni<Optional<MailedLink>> consume(OpaqueToken token, LinkPurpose purpose, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CONSUME, MailedLinkRow.class)
                        .setParameter("hash", keys.digest(token))
                        .setParameter("purpose", purpose.name())
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .getSingleResultOrNull())
                .map(PanacheMailedLinks::link);
    }

    @Override
    public Uni<Boolean> startLife(UUID id, Instant now) {
        return findById(id).map(row -> row != null && row.usedAt == null && startLife(row, now));
    }

    @Override
    public Uni<Long> countSince(UserId user, LinkPurpose purpose, Instant since) {
        return count("userId = ?1 and purpose = ?2 and createdAt > ?3", user.value(), purpose.name(), since);
    }

    @Override
    public Uni<Void> revoke(UserId user, LinkPurpose purpose) {
        return delete("userId = ?1 and purpose = ?2 and usedAt is null", user.value(), purpose.name())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> revokeAll(UserId user) {
        return delete("userId = ?1 and usedAt is null", user.value()).replaceWithVoid();
    }

    private static boolean startLife(MailedLinkRow row, Instant now) {
        row.expiresAt = now.plus(LinkPurpose.valueOf(row.purpose).life());
        return true;
    }

    private static Optional<MailedLink> link(@Nullable MailedLinkRow row) {
        return Optional.ofNullable(row).map(MailedLinkRow::toLink);
    }
}
