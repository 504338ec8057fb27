package org.tallybook.tracker.tracker.domain;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.field.Constants;
import org.tallybook.tracker.field.Decimals;
import org.tallybook.tracker.field.Durations;

/**
 * A goal as a client describes it, not yet checked. {@code null} is "not given".
 *
 * @param target a {@link BigDecimal}, a {@link Boolean} or a {@link String}
 */
public record GoalDraft(
        @Nullable String kind,
        @Nullable Object target,
        @Nullable String period) {

    static final int MOST_LOGS = 1_000_000;

    /** The goal, or null when a fault was noted. */
    @Nullable
    Goal read(@Nullable TrackerType type, FieldErrors errors) {
        Goal.Kind which = Constants.read("goal.kind", kind, Goal.Kind.class, errors);
        Goal.Period often = Constants.read("goal.period", period, Goal.Period.class, errors);
        BigDecimal number = readTarget(type, errors);
        return which == null || often == null || number == null ? null : new Goal(which, number, often);
    }

    private @Nullable BigDecimal readTarget(@Nullable TrackerType type, FieldErrors errors) {
        if (target == null) {
            errors.add("goal.target", FieldCode.REQUIRED);
            return null;
        }
        if (type == TrackerType.DURATION) {
            Duration length = Durations.read("goal.target", target, errors);
            return length == null ? null : notNegative(Durations.toSeconds(length), errors);
        }
        BigDecimal number = Decimals.read("goal.target", target, errors);
        if (number == null || type == null || type == TrackerType.NUMERIC) {
            return number;
        }
        return type == TrackerType.RATING ? notNegative(number, errors) : count(number, errors);
    }

    private static BigDecimal notNegative(BigDecimal number, FieldErrors errors) {
        errors.addIf(number.signum() < 0, "goal.target", FieldCode.OUT_OF_RANGE, 0, MOST_LOGS);
        return number;
    }

    /** Logs are counted in whole numbers. */
    private static BigDecimal count(BigDecimal number, FieldErrors errors) {
        errors.addIf(number.stripTrailingZeros().scale() > 0, "goal.target", FieldCode.INVALID_FORMAT);
        boolean within = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(MOST_LOGS)) <= 0;
        errors.addIf(!within, "goal.target", FieldCode.OUT_OF_RANGE, 0, MOST_LOGS);
        return number;
    }
}
