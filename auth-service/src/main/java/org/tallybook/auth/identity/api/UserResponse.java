package org.tallybook.auth.identity.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;

/**
 * A user as the user sees it.
 *
 * @param timeZone IANA name
 * @param locale BCP 47 tag
 * @param dayStart {@code HH:mm}
 */
public record UserResponse(
        UUID id,
        String email,
        String username,
        boolean emailVerified,
        String timeZone,
        String locale,
        String dayStart,
        List<String> roles,
        Instant createdAt) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    public static UserResponse of(Identity identity) {
        Profile profile = identity.profile();
        return new UserResponse(
                identity.id().value(),
                identity.email().value(),
                profile.username().value(),
                identity.isVerified(),
                profile.zone().getId(),
                profile.locale().toLanguageTag(),
                MINUTES.format(profile.dayStart()),
                identity.roles().stream().sorted().toList(),
                identity.createdAt());
    }
}
