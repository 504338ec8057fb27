package org.tallybook.tracker.log.domain;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.field.TextRule;
import org.tallybook.tracker.tracker.domain.TrackerType;

/** Which values a tracker's type accepts. */
final class ValueRules {

    static final int INTEGER_DIGITS = 20;
    static final int FRACTION_DIGITS = 10;

    private static final String FIELD = "value";
    private static final String LARGEST = "9".repeat(INTEGER_DIGITS) + "." + "9".repeat(FRACTION_DIGITS);
    private static final TextRule NOTE = TextRule.text(10_000);

    /** A decimal as a string: plain digits, so that what comes back is what was sent. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?");

    private ValueRules() {}

    /** The value, or null when a fault was noted. */
    static @Nullable LogValue read(TrackerType type, @Nullable Object value, FieldErrors errors) {
        if (value == null) {
            errors.add(FIELD, FieldCode.REQUIRED);
            return null;
        }
        return switch (type) {
            case NUMERIC -> amount(value, errors);
            case NOTE -> note(value, errors);
        };
    }

    private static @Nullable LogValue note(Object value, FieldErrors errors) {
        if (!(value instanceof String text)) {
            errors.add(FIELD, FieldCode.WRONG_TYPE);
            return null;
        }
        NOTE.require(FIELD, text, errors);
        return new LogValue.Note(text);
    }

    private static @Nullable LogValue amount(Object value, FieldErrors errors) {
        if (value instanceof BigDecimal number) {
            return amount(number, errors);
        }
        if (value instanceof String text && DECIMAL.matcher(text).matches()) {
            return amount(new BigDecimal(text), errors);
        }
        errors.add(FIELD, value instanceof String ? FieldCode.INVALID_FORMAT : FieldCode.WRONG_TYPE);
        return null;
    }

    /** Looks at the magnitude before it writes out the digits: 1e999999999 is one digit until then. */
    private static @Nullable LogValue amount(BigDecimal number, FieldErrors errors) {
        long integerDigits = (long) number.precision() - number.scale();
        if (number.signum() != 0 && integerDigits > INTEGER_DIGITS) {
            errors.add(FIELD, FieldCode.OUT_OF_RANGE, "-" + LARGEST, LARGEST);
            return null;
        }
        if (number.scale() > FRACTION_DIGITS) {
            errors.add(FIELD, FieldCode.INVALID_FORMAT);
            return null;
        }
        BigDecimal plain = number.signum() == 0 && number.scale() < 0 ? BigDecimal.ZERO : number;
        return new LogValue.Amount(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
