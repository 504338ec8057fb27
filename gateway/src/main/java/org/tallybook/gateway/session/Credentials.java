package org.tallybook.gateway.session;

import java.util.Optional;
import org.tallybook.gateway.exchange.Key;

/**
 * With what a request proves who it is: at most one of the two.
 *
 * @param session the session cookie's value
 * @param bearer the {@code Authorization} field
 * @param visitor the cookie that a CSRF token is bound to before sign-in; proves nothing by itself
 */
public record Credentials(Optional<String> session, Optional<String> bearer, Optional<String> visitor) {

    /** Left by {@link CredentialReader}. */
    public static final Key<Credentials> KEY = Key.named("credentials");
}
