package org.tallybook.auth.session.api;

import java.time.Duration;
import org.tallybook.auth.identity.api.UserResponse;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.Session;

/**
 * What the gateway gets for a browser's sign-in; it keeps everything but the user to itself.
 *
 * @param session what the cookie will hold
 * @param sessionExpiresIn seconds
 * @param persistent whether the browser keeps the cookie after it is closed
 * @param expiresIn of the access token, seconds
 */
public record CookieLoginResponse(
        String session,
        long sessionExpiresIn,
        boolean persistent,
        String accessToken,
        long expiresIn,
        UserResponse user) {

    public static CookieLoginResponse of(SignedIn signedIn) {
        Session session = signedIn.session();
        return new CookieLoginResponse(
                signedIn.secret().text(),
                Duration.between(session.createdAt(), session.expiresAt()).toSeconds(),
                session.persistent(),
                signedIn.accessToken().text(),
                signedIn.accessToken().expiresIn(),
                UserResponse.of(signedIn.identity()));
    }
}
