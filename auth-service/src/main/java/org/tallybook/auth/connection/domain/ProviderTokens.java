package org.tallybook.auth.connection.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider handed out for one of its users.
 *
 * @param refreshToken null if the provider gives none
 * @param expiresAt end of the access token; null if it does not say
 */
public record ProviderTokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant expiresAt) {

    /** An answer without a refresh token leaves the old one in force (RFC 6749, section 6). */
    public ProviderTokens following(ProviderTokens old) {
        return refreshToken == null ? new ProviderTokens(accessToken, old.refreshToken, expiresAt) : this;
    }

    /** No token may reach a log. */
    @Override
    public String toString() {
        return "ProviderTokens[…]";
    }
}
