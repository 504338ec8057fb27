package org.tallybook.report.monthly.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * One day of a tracker that has at least one log.
 *
 * @param logCount all logs of the day
 * @param done whether one of them is not skipped
 * @param figures of the day's numbers; empty if there are none
 */
public record DayFigures(LocalDate day, int logCount, boolean done, Optional<Figures> figures) {

    static DayFigures of(LocalDate day, boolean numeric, Collection<LogEntry> logs) {
        boolean done = logs.stream().anyMatch(log -> !log.skipped());
        return new DayFigures(
                day, logs.size(), done, numeric ? Figures.of(TrackerMonth.numbers(logs)) : Optional.empty());
    }

    /**
     * One day over several trackers, which have no number in common.
     *
     * @param parts at least one, all of the same day
     */
    public static DayFigures together(Collection<DayFigures> parts) {
        LocalDate day = parts.iterator().next().day();
        int count = parts.stream().mapToInt(DayFigures::logCount).sum();
        return new DayFigures(day, count, parts.stream().anyMatch(DayFigures::done), Optional.empty());
    }
}
