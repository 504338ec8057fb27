package org.tallybook.report.projection.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** A successful interactive login; it happened once and never changes. */
public record LoginFact(UUID loginId, UUID userId, long version, Instant at) implements Fact, Versioned {

    public LoginFact {
        Versioned.require(version);
        requireNonNull(loginId, "loginId");
        requireNonNull(userId, "userId");
        requireNonNull(at, "at");
    }

    @Override
    public UUID entityId() {
        return loginId;
    }
}
