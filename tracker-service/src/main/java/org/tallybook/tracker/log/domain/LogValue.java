package org.tallybook.tracker.log.domain;

import java.math.BigDecimal;

/** What was logged. */
public sealed interface LogValue {

    /**
     * Of a numeric tracker.
     *
     * @param number digit by digit as the user wrote it, trailing zeros included; at most 20 digits before and 10 behind
     *     the point
     */
    record Amount(BigDecimal number) implements LogValue {}

    /**
     * Of a note tracker.
     *
     * @param text 1 to 10 000 code points, not blank
     */
    record Note(String text) implements LogValue {}
}
