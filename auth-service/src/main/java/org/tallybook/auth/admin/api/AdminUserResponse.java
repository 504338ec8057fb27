package org.tallybook.auth.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.Identity;

/**
 * A user as an administrator sees it: what is needed to help, and nothing of what the user tracks.
 *
 * @param lockedAt null unless locked
 */
public record AdminUserResponse(
        UUID id,
        String email,
        boolean emailVerified,
        String username,
        List<String> roles,
        boolean locked,
        @Nullable Instant lockedAt,
        Instant createdAt) {

    static AdminUserResponse of(Identity identity) {
        return new AdminUserResponse(
                identity.id().value(),
                identity.email().value(),
                identity.isVerified(),
                identity.profile().username().value(),
                identity.roles().stream().sorted().toList(),
                identity.isLocked(),
                identity.lockedAt(),
                identity.createdAt());
    }
}
