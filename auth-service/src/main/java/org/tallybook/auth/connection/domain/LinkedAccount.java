package org.tallybook.auth.connection.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;

/**
 * An account at a provider that belongs to one of our users. It is known by the provider's id for it alone: names and
 * addresses change hands.
 *
 * <pre>
 * ACTIVE ──provider away──▶ ERROR ──provider answers──▶ ACTIVE
 *        ──grant taken back──▶ REVOKED ──linked or signed in again──▶ ACTIVE
 * </pre>
 *
 * @param provider its name in the configuration
 * @param subject the provider's id for its user
 * @param name as the provider shows it, at most {@link #LONGEST_NAME} characters
 */
public record LinkedAccount(
        ConnectionId id,
        UserId user,
        String provider,
        String subject,
        @Nullable String name,
        LinkState state,
        Instant linkedAt,
        Instant updatedAt) {

    public static final int LONGEST_NAME = 200;

    public LinkedAccount {
        name = name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    public static LinkedAccount link(
            ConnectionId id, UserId user, String provider, ProviderProfile profile, Instant now) {
        return new LinkedAccount(id, user, provider, profile.subject(), profile.name(), LinkState.ACTIVE, now, now);
    }

    /** The same account, seen again: whatever was wrong with the link is healed. */
    public LinkedAccount seen(ProviderProfile profile, Instant now) {
        return new LinkedAccount(id, user, provider, subject, profile.name(), LinkState.ACTIVE, linkedAt, now);
    }

    public LinkedAccount in(LinkState next, Instant now) {
        return new LinkedAccount(id, user, provider, subject, name, next, linkedAt, now);
    }
}
