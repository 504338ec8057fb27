package org.tallybook.report.monthly.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far the facts of a user have come.
 *
 * @param revision grows with every change of any fact of the user; 0 when nothing has arrived yet
 * @param asOf when the newest event that was applied had happened
 * @param watermarks by producing service, the sequence number up to which nothing is missing
 */
public record Standing(long revision, Optional<Instant> asOf, Map<String, Long> watermarks) {

    public static final Standing NOTHING = new Standing(0, Optional.empty(), Map.of());

    public Standing {
        watermarks = Map.copyOf(watermarks);
    }
}
