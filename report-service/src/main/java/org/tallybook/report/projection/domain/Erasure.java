package org.tallybook.report.projection.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** The end of a user. Nothing that is said about the user before or after it counts any more. */
public record Erasure(UUID userId, long version, Instant deletedAt) implements Fact {

    public Erasure {
        Versioned.require(version);
        requireNonNull(userId, "userId");
        requireNonNull(deletedAt, "deletedAt");
    }
}
