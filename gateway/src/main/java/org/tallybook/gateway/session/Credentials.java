package org.tallybook.gateway.session;

import java.util.Optional;
import org.tallybook.gateway.exchange.Key;

/**
 * With what a request proves who it is: at most one of the two.
 *
 * @param session the session cookie's value
 * @param bearer the {@code Authorization} field: an access token or a personal one
 * @param visitor the cookie that a CSRF token is bound to before sign-in; proves nothing by itself
 */
public record Credentials(Optional<String> session, Optional<String> bearer, Optional<String> visitor) {

    /** Left by {@link CredentialReader}. */
    public static final Key<Credentials> KEY = Key.named("credentials");

    /** The {@code Authorization} field of a client that got its access token by itself. */
    public Optional<String> accessToken() {
        return ticket().isPresent() ? Optional.empty() : bearer;
    }

    /** What auth-service would exchange for an access token, if the request brought such a thing. */
    Optional<Ticket> ticket() {
        return session.map(Ticket::session).or(() -> bearer.flatMap(Ticket::personal));
    }
}
