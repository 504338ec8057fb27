package org.tallybook.report.monthly.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set out to do with a tracker.
 *
 * @param weekdays on which it is due; empty for all of them
 * @param pauses in which it is not due
 */
public record Plan(Optional<Goal> goal, Set<DayOfWeek> weekdays, List<Pause> pauses) {

    public static final Plan NONE = new Plan(Optional.empty(), Set.of(), List.of());

    public Plan {
        weekdays = Set.copyOf(weekdays);
        pauses = List.copyOf(pauses);
    }

    /**
     * Some days in a row.
     *
     * @param to the last of them; null while the end is open
     */
    public record Pause(LocalDate from, @Nullable LocalDate to) {

        private static final String OPEN = "..";

        /** From an ISO-8601 interval of days; two points stand for an open end. */
        public static Pause parse(String interval) {
            String[] ends = interval.split("/", -1);
            return new Pause(LocalDate.parse(ends[0]), ends[1].equals(OPEN) ? null : LocalDate.parse(ends[1]));
        }

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** Whether nothing is due on the day. */
    boolean isOff(LocalDate day) {
        return !weekdays.isEmpty() && !weekdays.contains(day.getDayOfWeek())
                || pauses.stream().anyMatch(pause -> pause.contains(day));
    }
}
