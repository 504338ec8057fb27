package org.tallybook.auth.pat.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.pat.NewPersonalToken;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.TokenScope;

/**
 * A personal access token.
 *
 * @param lastUsedAt give or take five minutes; null if never
 * @param token the token itself; only there in the answer to its making
 */
public record PersonalTokenResponse(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    static PersonalTokenResponse of(PersonalToken token) {
        return of(token, null);
    }

    static PersonalTokenResponse of(NewPersonalToken fresh) {
        return of(fresh.token(), fresh.text().text());
    }

    private static PersonalTokenResponse of(PersonalToken token, @Nullable String text) {
        return new PersonalTokenResponse(
                token.id().value(),
                token.name(),
                token.scopes().stream().map(TokenScope::value).sorted().toList(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                text);
    }

    /** The token must not reach a log. */
    @Override
    public String toString() {
        return "PersonalTokenResponse[" + id + "]";
    }
}
