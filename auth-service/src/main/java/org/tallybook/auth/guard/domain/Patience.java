package org.tallybook.auth.guard.domain;

import java.time.Duration;

/**
 * How wrong passwords in a row slow down the devices that an account does not know: not at all at first, then 1 s, 2 s,
 * 4 s … up to the longest pause, and in the end for good, until the owner proves to be one another way.
 *
 * @param free wrong passwords in a row without a pause
 * @param longest pause
 * @param end after so many nothing is tried any more
 */
public record Patience(int free, Duration longest, int end) {

    private static final int LAST_DOUBLING = 30;

    /** The pause after that many wrong passwords in a row. */
    public Duration after(long failures) {
        if (isAtEnd(failures)) {
            return longest;
        }
        if (failures <= free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free - 1, LAST_DOUBLING));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    public boolean isAtEnd(long failures) {
        return failures >= end;
    }
}
