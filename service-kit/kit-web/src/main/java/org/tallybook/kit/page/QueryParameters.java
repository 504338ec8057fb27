package org.tallybook.kit.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** Reads query parameters, which arrive as text, and collects every fault instead of stopping at the first. */
public final class QueryParameters {

    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 200;

    private final FieldErrors errors = new FieldErrors();

    /** Page size, 1 to 200, 50 if absent. */
    public int limit(@Nullable String text) {
        int limit = read("limit", text, Integer::valueOf).orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > LARGEST_LIMIT) {
            errors.add("limit", FieldCode.OUT_OF_RANGE, 1, LARGEST_LIMIT);
        }
        return limit;
    }

    /** An ISO-8601 calendar day, years 1 to 9999. */
    public Optional<LocalDate> day(String name, @Nullable String text) {
        return read(name, text, value -> fourDigitYear(LocalDate.parse(value)));
    }

    /** An ISO-8601 instant with offset. */
    public Optional<Instant> instant(String name, @Nullable String text) {
        return read(name, text, value -> OffsetDateTime.parse(value).toInstant());
    }

    /** Text of at most {@code longest} UTF-16 units, without NUL. */
    public Optional<String> text(String name, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            errors.add(name, FieldCode.TOO_LONG, longest);
            return Optional.empty();
        }
        return read(name, text, QueryParameters::withoutNul);
    }

    /** One of the constants of an enum, by its exact name. */
    public <E extends Enum<E>> Optional<E> constant(String name, @Nullable String text, Class<E> type) {
        try {
            return Optional.ofNullable(text).map(value -> Enum.valueOf(type, value));
        } catch (IllegalArgumentException unknown) {
            errors.add(name, FieldCode.INVALID_VALUE);
            return Optional.empty();
        }
    }

    public FieldErrors errors() {
        return errors;
    }

    /** Ends the reading; see {@link FieldErrors#verify()}. */
    public void verify() {
        errors.verify();
    }

    private <T> Optional<T> read(String name, @Nullable String text, Function<String, T> parser) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            errors.add(name, FieldCode.INVALID_FORMAT);
            return Optional.empty();
        }
    }

    private static LocalDate fourDigitYear(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("year out of range");
        }
        return day;
    }

    private static String withoutNul(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL");
        }
        return value;
    }
}
