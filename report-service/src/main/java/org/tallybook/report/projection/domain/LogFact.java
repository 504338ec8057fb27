package org.tallybook.report.projection.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log at a version; with {@code deletedAt} it is a tombstone, whose other values are unknown.
 *
 * @param value as the user wrote it: a decimal of a numeric tracker, the text of a note
 * @param localDate the day it counts for, under the user's zone and day start when it was written
 */
public record LogFact(
        UUID logId,
        UUID trackerId,
        UUID userId,
        long version,
        @Nullable String value,
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
        Text.requireStorable("description", description);
        Text.requireStorable("emotion", emotion);
    }

    @Override
    public UUID entityId() {
        return logId;
    }
}
