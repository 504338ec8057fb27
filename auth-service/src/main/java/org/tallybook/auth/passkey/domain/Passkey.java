package org.tallybook.auth.passkey.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;

/**
 * A passkey of a user.
 *
 * @param name what its owner calls it
 */
public record Passkey(
        PasskeyId id,
        UserId user,
        String name,
        PublicKey key,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    public static final int LONGEST_NAME = 64;
}
