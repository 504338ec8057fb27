package org.tallybook.gateway.session;

import java.time.Duration;
import java.time.Instant;

/**
 * What a session is worth at the services for a few minutes.
 *
 * @param value the JWT
 * @param userId whose it is; only for counting, the services read it from the token
 * @param expiresAt end of its life
 */
public record AccessToken(String value, String userId, Instant expiresAt) {

    /** How long it may still be used if it must not expire on its way; negative when it is too late. */
    Duration usableFor(Duration margin, Instant now) {
        return Duration.between(now, expiresAt).minus(margin);
    }
}
