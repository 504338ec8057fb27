package org.tallybook.report.monthly.domain;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants to reach, or not to exceed, in each period.
 *
 * @param target of the sum of amounts or of seconds, of the average rating, or of the number of other logs
 */
public record Goal(Kind kind, BigDecimal target, Period period) {

    /** Which side of the target is the good one; the target itself always is. */
    public enum Kind {
        AT_LEAST,
        AT_MOST
    }

    /** Days are local ones; weeks go from Monday to Sunday and belong to the month they end in. */
    public enum Period {
        DAY,
        WEEK,
        MONTH
    }

    /** Empty for none, and for one of a later release that is not understood. */
    public static Optional<Goal> of(@Nullable String kind, @Nullable BigDecimal target, @Nullable String period) {
        if (kind == null || target == null || period == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Goal(Kind.valueOf(kind), target, Period.valueOf(period)));
        } catch (IllegalArgumentException ofTheFuture) {
            return Optional.empty();
        }
    }

    boolean isMetBy(BigDecimal value) {
        int side = value.compareTo(target);
        return side == 0 || (side > 0) == (kind == Kind.AT_LEAST);
    }
}
