package org.tallybook.tracker.integration.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Time as the number that is logged. */
public final class Minutes {

    private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(60_000);

    private Minutes() {}

    /** Minutes with two decimals, half up, of a whole day's sum: rounded once, so the order of plays cannot matter. */
    public static BigDecimal of(long milliseconds) {
        return BigDecimal.valueOf(milliseconds).divide(MILLISECONDS, 2, RoundingMode.HALF_UP);
    }
}
