package org.tallybook.auth.pat.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;

/**
 * What a user lets a program do in their name. Ends by itself, or when its owner deletes it.
 *
 * @param name the owner's word for it, at most {@link #LONGEST_NAME} characters
 * @param scopes at least one, at most {@link #MOST_SCOPES}, so that its access tokens stay small
 * @param lastUsedAt when a program last came with it, give or take the life of an access token; null if never
 */
public record PersonalToken(
        PersonalTokenId id,
        UserId user,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public static final int LONGEST_NAME = 100;
    public static final int MOST_SCOPES = 10;
    public static final int MOST_OF_A_USER = 50;

    public PersonalToken {
        scopes = Set.copyOf(scopes);
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
