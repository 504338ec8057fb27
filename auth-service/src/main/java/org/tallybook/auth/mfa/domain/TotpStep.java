package org.tallybook.auth.mfa.domain;

import java.time.Instant;
import java.util.List;

/**
 * One of the 30-second steps since 1970 that codes are made for (RFC 6238, section 4).
 *
 * @param number steps since the epoch
 */
public record TotpStep(long number) {

    /** Before every step that a code can be made for. */
    public static final TotpStep NONE = new TotpStep(-1);

    private static final int SECONDS = 30;

    public static TotpStep at(Instant instant) {
        return new TotpStep(Math.floorDiv(instant.getEpochSecond(), SECONDS));
    }

    /** The steps whose codes count at an instant: its own, and the one before for who types slowly. */
    public static List<TotpStep> acceptedAt(Instant instant) {
        TotpStep current = at(instant);
        return List.of(current, new TotpStep(current.number - 1));
    }

    public boolean isAfter(TotpStep other) {
        return number > other.number;
    }
}
