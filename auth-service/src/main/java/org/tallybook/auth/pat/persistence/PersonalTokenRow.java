package org.tallybook.auth.pat.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.PersonalTokenId;
import org.tallybook.auth.pat.domain.TokenScope;

/** A row of the table {@code personal_token}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "PersonalToken")
@Table(name = "personal_token")
@NullUnmarked
class PersonalTokenRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Column(updatable = false)
    String name;

    @Column(name = "token_hash", updatable = false)
    byte[] tokenHash;

    @Column(updatable = false)
    String[] scopes;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    static PersonalTokenRow of(PersonalToken token, byte[] hash) {
        var row = new PersonalTokenRow();
        row.id = token.id().value();
        row.userId = token.user().value();
        row.name = token.name();
        row.tokenHash = hash;
        row.scopes = token.scopes().stream().map(TokenScope::value).sorted().toArray(String[]::new);
        row.createdAt = token.createdAt();
        row.expiresAt = token.expiresAt();
        return row;
    }

    PersonalToken toToken() {
        return new PersonalToken(
                new PersonalTokenId(id),
                new UserId(userId),
                name,
                Arrays.stream(scopes).map(TokenScope::new).collect(Collectors.toSet()),
                createdAt,
                expiresAt,
                lastUsedAt);
    }
}
