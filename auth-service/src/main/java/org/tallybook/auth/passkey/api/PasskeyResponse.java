package org.tallybook.auth.passkey.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.passkey.domain.Passkey;

/**
 * A passkey of the user.
 *
 * @param synced whether it may be on more than one of the user's devices
 */
public record PasskeyResponse(
        UUID id,
        String name,
        boolean synced,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    static PasskeyResponse of(Passkey passkey) {
        return new PasskeyResponse(
                passkey.id().value(),
                passkey.name(),
                passkey.key().backupEligible(),
                passkey.createdAt(),
                passkey.lastUsedAt());
    }
}
