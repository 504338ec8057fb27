package org.tallybook.report.monthly;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.tallybook.kit.caller.Caller;

/**
 * Whose report it is, with what to assume until the profile has arrived as an event.
 *
 * @param zone the token's zone
 * @param locale the token's language
 */
public record Reader(UUID userId, ZoneId zone, Locale locale) {

    public static Reader of(Caller caller) {
        return new Reader(caller.userId(), caller.zone(), caller.locale());
    }

    /** Somebody who is not there to ask: UTC and English until the profile is known. */
    public static Reader absent(UUID userId) {
        return new Reader(userId, ZoneOffset.UTC, Locale.ENGLISH);
    }
}
