package org.tallybook.tracker.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** Reads instants that a client wrote (ISO-8601 with offset, such as {@code 2026-11-20T21:05:00Z}). */
public final class Moments {

    /** Before any life that is worth logging, after which every zone rule is sound. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Moments() {}

    /** The instant cut to microseconds, which PostgreSQL keeps; null when a fault was noted. */
    public static @Nullable Instant read(
            String field, String text, Instant earliest, Instant latest, FieldErrors errors) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            errors.addIf(at.isBefore(earliest) || at.isAfter(latest), field, FieldCode.OUT_OF_RANGE, earliest, latest);
            return at;
        } catch (DateTimeException malformed) {
            errors.add(field, FieldCode.INVALID_FORMAT);
            return null;
        }
    }
}
