package org.tallybook.tracker.field;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/**
 * Reads durations in the three ways people and programs write them, exactly to the nanosecond: ISO-8601
 * ({@code PT7H30M}), a clock ({@code 7:30} hours and minutes, {@code 7:30:15.5} with seconds), and seconds as a number.
 * The one canonical form is {@link Duration#toString}, ISO-8601 without days.
 */
public final class Durations {

    /** More than a century, either way: importers know negative durations and some of thousands of hours. */
    private static final Duration LONGEST = Duration.ofHours(1_000_000);

    private static final int LONGEST_TEXT = 64;
    private static final int NANO_DIGITS = 9;
    private static final Pattern CLOCK =
            Pattern.compile("(-?)([0-9]{1,7}):([0-5][0-9])(?::([0-5][0-9])(?:\\.([0-9]{1,9}))?)?");
    private static final Pattern ISO = Pattern.compile("-?P[0-9DTHMS.-]+");

    private Durations() {}

    /**
     * The duration, or null when a fault was noted.
     *
     * @param value a {@link BigDecimal} of seconds or a {@link String}; anything else is a fault
     */
    public static @Nullable Duration read(String field, Object value, FieldErrors errors) {
        if (!(value instanceof BigDecimal) && !(value instanceof String)) {
            errors.add(field, FieldCode.WRONG_TYPE);
            return null;
        }
        try {
            Duration read = value instanceof BigDecimal seconds ? ofSeconds(seconds) : parse((String) value);
            boolean tooLong = read.abs().compareTo(LONGEST) > 0;
            errors.addIf(tooLong, field, FieldCode.OUT_OF_RANGE, LONGEST.negated(), LONGEST);
            return tooLong ? null : read;
        } catch (DateTimeException malformed) {
            errors.add(field, FieldCode.INVALID_FORMAT);
        } catch (ArithmeticException overflow) {
            errors.add(field, FieldCode.OUT_OF_RANGE, LONGEST.negated(), LONGEST);
        }
        return null;
    }

    /** Exact, without needless zeros behind the point. */
    public static BigDecimal toSeconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS))
                .stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /**
     * The opposite of {@link #toSeconds}.
     *
     * @throws DateTimeException for parts of a nanosecond
     * @throws ArithmeticException for more seconds than a {@code long} holds
     */
    public static Duration ofSeconds(BigDecimal seconds) {
        if (seconds.precision() - (long) seconds.scale() > 19) {
            throw new ArithmeticException("too many seconds");
        }
        if (seconds.signum() == 0) {
            return Duration.ZERO;
        }
        if (seconds.stripTrailingZeros().scale() > NANO_DIGITS) {
            throw new DateTimeException("parts of a nanosecond");
        }
        BigDecimal whole = new BigDecimal(seconds.toBigInteger());
        long nanos = seconds.subtract(whole).movePointRight(NANO_DIGITS).longValueExact();
        return Duration.ofSeconds(whole.longValueExact(), nanos);
    }

    private static Duration parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new DateTimeException("too long");
        }
        if (Decimals.isDecimal(text)) {
            return ofSeconds(new BigDecimal(text));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return ofClock(clock);
        }
        if (!ISO.matcher(text).matches()) {
            throw new DateTimeException("no duration");
        }
        return Duration.parse(text);
    }

    private static Duration ofClock(Matcher clock) {
        String seconds = clock.group(4) == null ? "0" : clock.group(4);
        String fraction = clock.group(5) == null ? "0" : clock.group(5);
        Duration read = Duration.ofHours(Long.parseLong(clock.group(2)))
                .plusMinutes(Long.parseLong(clock.group(3)))
                .plus(ofSeconds(new BigDecimal(seconds + "." + fraction)));
        return clock.group(1).isEmpty() ? read : read.negated();
    }
}
