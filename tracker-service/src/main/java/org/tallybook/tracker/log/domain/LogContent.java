package org.tallybook.tracker.log.domain;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tallybook.tracker.emotion.domain.Emotion;

/**
 * What the user says in a log; valid by construction through {@link LogDraft}.
 *
 * @param value present exactly for {@link LogStatus#DONE}
 * @param occurredAt when it happened, in microseconds
 * @param zone where the user was then; a region of the IANA database
 */
public record LogContent(
        @Nullable LogValue value,
        @Nullable String description,
        @Nullable Emotion emotion,
        Instant occurredAt,
        ZoneId zone,
        LogStatus status,
        @Nullable Reminder reminder) {

    /** Whether both happened at the same instant in the same zone, and hence on the same day. */
    boolean isAtTheSameTimeAs(LogContent other) {
        return occurredAt.equals(other.occurredAt) && zone.equals(other.zone);
    }
}
