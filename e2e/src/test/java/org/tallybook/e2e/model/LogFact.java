package org.tallybook.e2e.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A log as the test knows it; a note has no number, and a log without feeling no emotion. */
public record LogFact(
        UUID id,
        UUID trackerId,
        Optional<BigDecimal> number,
        Optional<String> emotion,
        Instant occurredAt,
        Instant createdAt) {

    public LogFact withNumber(BigDecimal changed) {
        return new LogFact(id, trackerId, Optional.of(changed), emotion, occurredAt, createdAt);
    }

    public LogFact withEmotion(String changed) {
        return new LogFact(id, trackerId, number, Optional.of(changed), occurredAt, createdAt);
    }
}
