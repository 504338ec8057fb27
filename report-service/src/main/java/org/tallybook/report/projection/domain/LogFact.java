package org.tallybook.report.projection.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log at a version; with {@code deletedAt} it is a tombstone, whose other values are unknown.
 *
 * @param value a decimal: an amount, a rating, the seconds of a duration, 1 or 0 for yes or no; null for other types
 * @param choice what was chosen, as it was called then; null for other types
 * @param localDate the day it counts for, under the user's zone and day start when it was written
 */
public record LogFact(
        UUID logId,
        UUID trackerId,
        UUID userId,
        long version,
        @Nullable String value,
        @Nullable String choice,
        @Nullable String description,
        @Nullable String emotion,
        @Nullable String status,
        @Nullable Instant occurredAt,
        @Nullable LocalDate localDate,
        @Nullable Instant createdAt,
        @Nullable Instant deletedAt)
        implements Fact, Versioned, Deletable {

    public LogFact {
        Versioned.require(version);
        requireNonNull(logId, "logId");
        requireNonNull(trackerId, "trackerId");
        requireNonNull(userId, "userId");
        if (deletedAt == null) {
            Text.require("status", status);
            requireNonNull(occurredAt, "occurredAt");
            requireNonNull(localDate, "localDate");
            requireNonNull(createdAt, "createdAt");
        }
        Text.requireStorable("value", value);
        Text.requireStorable("choice", choice);
        Text.requireStorable("description", description);
        Text.requireStorable("emotion", emotion);
    }

    @Override
    public UUID entityId() {
        return logId;
    }
}
