package org.tallybook.report.monthly.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One tracker in one month.
 *
 * @param logCount logs on days of the month, skipped ones too
 * @param skippedCount those of them that say "not today"
 * @param figures of the month's numbers; empty for trackers without numbers and for "no data"
 * @param choices how often each was chosen, the most frequent first, ties by name
 * @param streak the longest run of done days in the month; a skipped or paused day and one that is not a
 *     scheduled weekday neither break nor lengthen it, a "no" breaks it
 * @param goalMet whether the goal was met in every period that can be judged; empty without one
 * @param days those with a log, ascending
 * @param notes logs with words, the newest first
 */
public record TrackerMonth(
        Tracker tracker,
        int logCount,
        int skippedCount,
        Optional<Figures> figures,
        Map<String, Integer> choices,
        int streak,
        Optional<Boolean> goalMet,
        List<DayFigures> days,
        List<LogEntry> notes) {

    /** The most used first; ties by earliest creation. */
    public static final Comparator<TrackerMonth> BY_USE = Comparator.comparing(TrackerMonth::logCount)
            .reversed()
            .thenComparing(TrackerMonth::tracker, Tracker.BY_CREATION);

    static TrackerMonth of(Tracker tracker, YearMonth month, List<LogEntry> logs, Optional<Boolean> goalMet) {
        List<DayFigures> days = days(tracker, logs);
        return new TrackerMonth(
                tracker,
                logs.size(),
                Math.toIntExact(logs.stream().filter(LogEntry::skipped).count()),
                tracker.isNumeric() ? Figures.of(numbers(logs)) : Optional.empty(),
                Counts.of(logs.stream().flatMap(log -> log.chosen().stream())),
                streak(tracker.plan(), month, days),
                goalMet,
                days,
                notes(tracker, logs));
    }

    /** Days with a "yes". */
    public int yesDays() {
        return Math.toIntExact(days.stream().filter(DayFigures::done).count());
    }

    /** Days with a "no" and without a "yes". */
    public int noDays() {
        return Math.toIntExact(
                days.stream().filter(day -> !day.done() && !day.skipped()).count());
    }

    static List<BigDecimal> numbers(Collection<LogEntry> logs) {
        return logs.stream().flatMap(log -> log.number().stream()).toList();
    }

    private static List<DayFigures> days(Tracker tracker, List<LogEntry> logs) {
        return logs.stream()
                .collect(Collectors.groupingBy(LogEntry::day, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> DayFigures.of(day.getKey(), tracker, day.getValue()))
                .toList();
    }

    private static List<LogEntry> notes(Tracker tracker, List<LogEntry> logs) {
        return logs.stream()
                .filter(log -> log.words(tracker).isPresent())
                .sorted(Comparator.comparing(LogEntry::day)
                        .thenComparing(LogEntry::occurredAt)
                        .reversed())
                .toList();
    }

    private static int streak(Plan plan, YearMonth month, List<DayFigures> days) {
        Map<LocalDate, DayFigures> known = days.stream().collect(Collectors.toMap(DayFigures::day, day -> day));
        int longest = 0;
        int run = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            DayFigures figures = known.get(month.atDay(day));
            if (figures != null && figures.done()) {
                run++;
            } else if (!plan.isOff(month.atDay(day)) && (figures == null || !figures.skipped())) {
                run = 0;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
