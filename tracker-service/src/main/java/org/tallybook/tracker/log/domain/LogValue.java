package org.tallybook.tracker.log.domain;

import java.math.BigDecimal;
import java.time.Duration;

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

    /** Of a yes-or-no tracker. No is an answer: neither "skipped" nor "no data". */
    record Answer(boolean yes) implements LogValue {}

    /**
     * Of a duration tracker.
     *
     * @param length exact to the nanosecond, at most a million hours either way
     */
    record Span(Duration length) implements LogValue {}

    /**
     * Of a choice tracker.
     *
     * @param name as the tracker spelled it when it was chosen: a later rename or removal changes no history
     */
    record Choice(String name) implements LogValue {}

    /**
     * Of a rating tracker.
     *
     * @param points on the tracker's scale
     */
    record Rating(int points) implements LogValue {}
}
