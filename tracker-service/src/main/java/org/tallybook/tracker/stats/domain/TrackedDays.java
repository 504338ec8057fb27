package org.tallybook.tracker.stats.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * The local days a tracker has logs on.
 *
 * @param done days with at least one log that counts; a "no" of a yes-or-no tracker does not
 * @param skipped days the user said do not count; a day that is also done is done
 */
public record TrackedDays(Set<LocalDate> done, Set<LocalDate> skipped) {

    public TrackedDays {
        done = Set.copyOf(done);
        skipped = Set.copyOf(skipped);
    }
}
