package org.tallybook.tracker.log.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.field.Decimals;
import org.tallybook.tracker.field.Durations;
import org.tallybook.tracker.field.NameKey;
import org.tallybook.tracker.field.TextRule;
import org.tallybook.tracker.tracker.domain.RatingScale;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;

/** Which values a tracker accepts. */
final class ValueRules {

    private static final String FIELD = "value";
    private static final TextRule NOTE = TextRule.text(10_000);

    private final TrackerDefinition tracker;
    private final @Nullable LogValue stored;
    private final FieldErrors errors;

    private ValueRules(TrackerDefinition tracker, @Nullable LogValue stored, FieldErrors errors) {
        this.tracker = tracker;
        this.stored = stored;
        this.errors = errors;
    }

    /**
     * The value, or null when a fault was noted.
     *
     * @param value a {@link BigDecimal}, a {@link Boolean} or a {@link String}
     * @param stored what the log says already, null for a new one
     */
    static @Nullable LogValue read(
            TrackerDefinition tracker, @Nullable Object value, @Nullable LogValue stored, FieldErrors errors) {
        if (value == null) {
            errors.add(FIELD, FieldCode.REQUIRED);
            return null;
        }
        return new ValueRules(tracker, stored, errors).read(value);
    }

    private @Nullable LogValue read(Object value) {
        return switch (tracker.type()) {
            case NUMERIC -> amount(value);
            case NOTE -> value instanceof String text ? note(text) : wrongType();
            case BOOLEAN -> value instanceof Boolean yes ? new LogValue.Answer(yes) : wrongType();
            case DURATION -> span(value);
            case CHOICE -> value instanceof String text ? choice(text) : wrongType();
            case RATING -> rating(value);
        };
    }

    private @Nullable LogValue wrongType() {
        errors.add(FIELD, FieldCode.WRONG_TYPE);
        return null;
    }

    private @Nullable LogValue amount(Object value) {
        BigDecimal number = Decimals.read(FIELD, value, errors);
        return number == null ? null : new LogValue.Amount(number);
    }

    private LogValue note(String text) {
        NOTE.require(FIELD, text, errors);
        return new LogValue.Note(text);
    }

    private @Nullable LogValue span(Object value) {
        Duration length = Durations.read(FIELD, value, errors);
        return length == null ? null : new LogValue.Span(length);
    }

    /** A log keeps its choice for as long as it names no other, even when the tracker does not offer it any more. */
    private @Nullable LogValue choice(String text) {
        String key = NameKey.of(text.strip());
        if (stored instanceof LogValue.Choice kept && NameKey.of(kept.name()).equals(key)) {
            return kept;
        }
        Optional<String> offered = tracker.choices().stream()
                .filter(choice -> NameKey.of(choice).equals(key))
                .findFirst();
        errors.addIf(offered.isEmpty(), FIELD, FieldCode.INVALID_VALUE);
        return offered.map(LogValue.Choice::new).orElse(null);
    }

    private @Nullable LogValue rating(Object value) {
        RatingScale scale = Objects.requireNonNull(tracker.scale());
        BigDecimal number = Decimals.read(FIELD, value, errors);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            errors.add(FIELD, FieldCode.INVALID_FORMAT);
            return null;
        }
        boolean within = number.compareTo(BigDecimal.valueOf(scale.min())) >= 0
                && number.compareTo(BigDecimal.valueOf(scale.max())) <= 0;
        errors.addIf(!within, FIELD, FieldCode.OUT_OF_RANGE, scale.min(), scale.max());
        return within ? new LogValue.Rating(number.intValueExact()) : null;
    }
}
