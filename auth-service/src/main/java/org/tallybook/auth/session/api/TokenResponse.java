package org.tallybook.auth.session.api;

import org.tallybook.auth.identity.api.UserResponse;
import org.tallybook.auth.session.SignedIn;

/**
 * What an API client gets for a sign-in or a refresh (RFC 6749, section 5.1).
 *
 * @param expiresIn seconds
 */
public record TokenResponse(
        String accessToken, String tokenType, long expiresIn, String refreshToken, UserResponse user) {

    public static TokenResponse of(SignedIn signedIn) {
        return new TokenResponse(
                signedIn.accessToken().text(),
                "Bearer",
                signedIn.accessToken().expiresIn(),
                signedIn.secret().text(),
                UserResponse.of(signedIn.identity()));
    }
}
