package org.tallybook.report.projection.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A user's profile at a version.
 *
 * @param timeZone IANA name, known to this machine's time zone data
 * @param dayStart when the user's day begins, in whole minutes
 */
public record UserFact(
        UUID userId,
        long version,
        String email,
        boolean emailVerified,
        String username,
        String timeZone,
        String locale,
        LocalTime dayStart,
        boolean locked,
        Instant createdAt,
        Instant updatedAt)
        implements Fact, Versioned {

    public UserFact {
        Versioned.require(version);
        requireNonNull(userId, "userId");
        Text.require("email", email);
        Text.require("username", username);
        Text.require("locale", locale);
        requireNonNull(dayStart, "dayStart");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        ZoneId.of(requireNonNull(timeZone, "timeZone"));
    }

    @Override
    public UUID entityId() {
        return userId;
    }
}
