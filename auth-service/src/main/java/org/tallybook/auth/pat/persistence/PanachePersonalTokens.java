package org.tallybook.auth.pat.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.pat.PersonalTokens;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.PersonalTokenId;
import org.tallybook.auth.pat.domain.TokenText;
import org.tallybook.auth.secret.Mac32;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.kit.page.Cursor;

@ApplicationScoped
class PanachePersonalTokens implements PersonalTokens, PanacheRepositoryBase<PersonalTokenRow, UUID> {

    private static final String OF_USER = "userId = ?1";
    private static final String AFTER = " and (createdAt < ?2 or (createdAt = ?2 and id < ?3))";
    private static final String NEWEST = " order by createdAt desc, id desc";

    private final Mac32 atRest;

    PanachePersonalTokens(Secrets secrets) {
        this.atRest = secrets.keyFor("personal-token/at-rest");
    }

    @Override
    public Uni<Void> add(PersonalToken token, TokenText text) {
        return persistAndFlush(PersonalTokenRow.of(token, digest(text))).replaceWithVoid();
    }

    @Override
    public Uni<Optional<PersonalToken>> find(UserId owner, PersonalTokenId id) {
        return find("id = ?1 and userId = ?2", id.value(), owner.value())
                .firstResult()
                .map(PanachePersonalTokens::token);
    }

    @Override
    public Uni<Optional<PersonalToken>> withText(TokenText text) {
        return find("tokenHash", digest(text)).firstResult().map(PanachePersonalTokens::token);
    }

    @Override
    public Uni<Long> countLive(UserId owner, Instant now) {
        return count("userId = ?1 and expiresAt > ?2", owner.value(), now);
    }

    @Override
    public Uni<List<PersonalToken>> page(UserId owner, Optional<Cursor> after, int atMost) {
        return after.map(cursor -> find(OF_USER + AFTER + NEWEST, owner.value(), cursor.at(), cursor.id()))
                .orElseGet(() -> find(OF_USER + NEWEST, owner.value()))
                .range(0, atMost - 1)
                .list()
                .map(rows -> rows.stream().map(PersonalTokenRow::toToken).toList());
    }

    @Override
    public Uni<Boolean> use(PersonalTokenId id, Instant now) {
        return update("lastUsedAt = ?1 where id = ?2", now, id.value()).map(rows -> rows == 1);
    }

    @Override
    public Uni<Void> remove(PersonalTokenId id) {
        return delete("id", id.value()).replaceWithVoid();
    }

    private byte[] digest(TokenText text) {
        return atRest.of(text.bytes());
    }

    private static Optional<PersonalToken> token(@Nullable PersonalTokenRow row) {
        return Optional.ofNullable(row).map(PersonalTokenRow::toToken);
    }
}
