package org.tallybook.report.monthly.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * One day of a tracker that has at least one log.
 *
 * @param logCount all logs of the day
 * @param done whether one of them is neither skipped nor a "no"
 * @param skipped whether all of them are
 * @param figures of the day's numbers; empty if there are none
 */
public record DayFigures(LocalDate day, int logCount, boolean done, boolean skipped, Optional<Figures> figures) {

    static DayFigures of(LocalDate day, Tracker tracker, Collection<LogEntry> logs) {
        boolean done = logs.stream().anyMatch(log -> !log.skipped() && !(tracker.isAnswer() && log.saysNo()));
        return new DayFigures(
                day,
                logs.size(),
                done,
                logs.stream().allMatch(LogEntry::skipped),
                tracker.isNumeric() ? Figures.of(TrackerMonth.numbers(logs)) : Optional.empty());
    }

    /**
     * One day over several trackers, which have no number in common.
     *
     * @param parts at least one, all of the same day
     */
    public static DayFigures together(Collection<DayFigures> parts) {
        LocalDate day = parts.iterator().next().day();
        int count = parts.stream().mapToInt(DayFigures::logCount).sum();
        return new DayFigures(
                day,
                count,
                parts.stream().anyMatch(DayFigures::done),
                parts.stream().allMatch(DayFigures::skipped),
                Optional.empty());
    }
}
