package org.tallybook.auth.connection.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider handed out for one of its users.
 *
 * @param refreshToken null if the provider gives none
 * @param expiresAt end of the access token; null if it does not say
 * @param scopes what the user allowed; null if that is not known
 */
public record ProviderTokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant expiresAt,
        @Nullable Scopes scopes) {

    /** What an answer leaves out stays as it was: refresh token and scopes (RFC 6749, section 6). */
    public ProviderTokens following(ProviderTokens old) {
        return new ProviderTokens(
                accessToken,
                refreshToken == null ? old.refreshToken : refreshToken,
                expiresAt,
                scopes == null ? old.scopes : scopes);
    }

    /** An answer that names no scopes grants those that were asked for (RFC 6749, section 5.1). */
    public ProviderTokens askedFor(Scopes asked) {
        return scopes == null ? new ProviderTokens(accessToken, refreshToken, expiresAt, asked) : this;
    }

    /** Whether the grant is known to leave something out. A grant of unknown scopes is for the provider to judge. */
    public boolean lacks(String scope) {
        return scopes != null && !scopes.names().contains(scope);
    }

    /** No token may reach a log. */
    @Override
    public String toString() {
        return "ProviderTokens[…]";
    }
}
