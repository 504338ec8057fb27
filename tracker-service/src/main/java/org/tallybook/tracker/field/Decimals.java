package org.tallybook.tracker.field;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** Reads decimals digit by digit: at most 20 digits before and 10 behind the point, trailing zeros included. */
public final class Decimals {

    static final int INTEGER_DIGITS = 20;
    static final int FRACTION_DIGITS = 10;

    private static final String LARGEST = "9".repeat(INTEGER_DIGITS) + "." + "9".repeat(FRACTION_DIGITS);

    /** A decimal as a string: plain digits, so that what comes back is what was sent. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?");

    private Decimals() {}

    /** Whether the text is a decimal of plain digits, whatever its size. */
    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /**
     * The number, or null when a fault was noted.
     *
     * @param value a {@link BigDecimal} or a {@link String} of plain digits; anything else is a fault
     */
    public static @Nullable BigDecimal read(String field, Object value, FieldErrors errors) {
        if (value instanceof BigDecimal number) {
            return read(field, number, errors);
        }
        if (value instanceof String text && isDecimal(text)) {
            return read(field, new BigDecimal(text), errors);
        }
        errors.add(field, value instanceof String ? FieldCode.INVALID_FORMAT : FieldCode.WRONG_TYPE);
        return null;
    }

    /** Looks at the magnitude before it writes out the digits: 1e999999999 is one digit until then. */
    private static @Nullable BigDecimal read(String field, BigDecimal number, FieldErrors errors) {
        long integerDigits = (long) number.precision() - number.scale();
        if (number.signum() != 0 && integerDigits > INTEGER_DIGITS) {
            errors.add(field, FieldCode.OUT_OF_RANGE, "-" + LARGEST, LARGEST);
            return null;
        }
        if (number.scale() > FRACTION_DIGITS) {
            errors.add(field, FieldCode.INVALID_FORMAT);
            return null;
        }
        BigDecimal plain = number.signum() == 0 && number.scale() < 0 ? BigDecimal.ZERO : number;
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
