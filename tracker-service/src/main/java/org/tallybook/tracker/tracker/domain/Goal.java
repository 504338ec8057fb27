package org.tallybook.tracker.tracker.domain;

import java.math.BigDecimal;

/**
 * What the user wants to reach, or not to exceed, in each period.
 *
 * @param target digit by digit as the user wrote it. Of a numeric tracker the sum of its amounts, of a duration tracker
 *     the sum in seconds, of a rating tracker the average; of all others the number of logs, a "no" not counted
 */
public record Goal(Kind kind, BigDecimal target, Period period) {

    /** Which side of the target is the good one; the target itself always is. */
    public enum Kind {
        AT_LEAST,
        AT_MOST
    }

    /** How often the count starts anew, in the user's local days. */
    public enum Period {
        DAY,
        WEEK,
        MONTH
    }
}
