package org.tallybook.tracker.tracker.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Local days on which nothing is due, such as a holiday or an illness.
 *
 * @param from its first day
 * @param to its last day, not before the first; null while its end is open
 */
public record Pause(LocalDate from, @Nullable LocalDate to) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether this one is over before the other begins. */
    boolean endsBefore(Pause later) {
        return to != null && to.isBefore(later.from);
    }
}
