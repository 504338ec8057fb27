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
 * @param streak the longest run of done days in the month; a skipped day neither breaks nor lengthens it
 * @param days those with a log, ascending
 * @param notes logs with words, the newest first
 */
public record TrackerMonth(
        Tracker tracker,
        int logCount,
        int skippedCount,
        Optional<Figures> figures,
        int streak,
        List<DayFigures> days,
        List<LogEntry> notes) {

    /** The most used first; ties by earliest creation. */
    public static final Comparator<TrackerMonth> BY_USE = Comparator.comparing(TrackerMonth::logCount)
            .reversed()
            .thenComparing(TrackerMonth::tracker, Tracker.BY_CREATION);

    static TrackerMonth of(Tracker tracker, YearMonth month, List<LogEntry> logs) {
        List<DayFigures> days = days(tracker, logs);
        return new TrackerMonth(
                tracker,
                logs.size(),
                Math.toIntExact(logs.stream().filter(LogEntry::skipped).count()),
                tracker.isNumeric() ? Figures.of(numbers(logs)) : Optional.empty(),
                streak(month, days),
                days,
                notes(logs));
    }

    static List<BigDecimal> numbers(Collection<LogEntry> logs) {
        return logs.stream().flatMap(log -> log.number().stream()).toList();
    }

    private static List<DayFigures> days(Tracker tracker, List<LogEntry> logs) {
        return logs.stream()
                .collect(Collectors.groupingBy(LogEntry::day, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> DayFigures.of(day.getKey(), tracker.isNumeric(), day.getValue()))
                .toList();
    }

    private static List<LogEntry> notes(List<LogEntry> logs) {
        return logs.stream()
                .filter(log -> log.words().isPresent())
                .sorted(Comparator.comparing(LogEntry::day)
                        .thenComparing(LogEntry::occurredAt)
                        .reversed())
                .toList();
    }

    private static int streak(YearMonth month, List<DayFigures> days) {
        Map<LocalDate, Boolean> done = days.stream().collect(Collectors.toMap(DayFigures::day, DayFigures::done));
        int longest = 0;
        int run = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            Boolean state = done.get(month.atDay(day));
            if (state == null) {
                run = 0;
            } else if (state) {
                run++;
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
