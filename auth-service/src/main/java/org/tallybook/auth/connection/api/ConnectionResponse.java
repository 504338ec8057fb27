package org.tallybook.auth.connection.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.domain.LinkState;
import org.tallybook.auth.connection.domain.LinkedAccount;

/**
 * An account elsewhere.
 *
 * @param name as the provider shows it
 * @param state {@code REVOKED} needs linking again; {@code ERROR} may pass by itself
 */
public record ConnectionResponse(
        UUID id, String provider, @Nullable String name, LinkState state, Instant linkedAt, Instant updatedAt) {

    static ConnectionResponse of(LinkedAccount account) {
        return new ConnectionResponse(
                account.id().value(),
                account.provider(),
                account.name(),
                account.state(),
                account.linkedAt(),
                account.updatedAt());
    }
}
