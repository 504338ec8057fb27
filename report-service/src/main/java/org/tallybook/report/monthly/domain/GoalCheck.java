package org.tallybook.report.monthly.domain;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether a goal was met in every period of a month: in all days or weeks that are over and in which something was due,
 * or in the month as far as it has come. Days before the tracker was made, or first used, are nobody's fault.
 */
final class GoalCheck {

    private final Tracker tracker;
    private final Goal goal;
    private final Map<LocalDate, List<LogEntry>> byDay;
    private final LocalDate start;

    private GoalCheck(Tracker tracker, Goal goal, List<LogEntry> logs, LocalDate created) {
        this.tracker = tracker;
        this.goal = goal;
        this.byDay = logs.stream().collect(Collectors.groupingBy(LogEntry::day));
        this.start = byDay.keySet().stream()
                .filter(day -> day.isBefore(created))
                .min(LocalDate::compareTo)
                .orElse(created);
    }

    /**
     * Empty without a goal, and while no period can be judged.
     *
     * @param logs of the tracker, from the month before on because a week may begin there
     * @param today the user's, which is not over
     */
    static Optional<Boolean> of(Tracker tracker, List<LogEntry> logs, MonthSpan span, LocalDate today) {
        LocalDate created = LocalDate.ofInstant(tracker.createdAt(), span.zone());
        return tracker.plan().goal().flatMap(goal -> new GoalCheck(tracker, goal, logs, created).isMet(span, today));
    }

    private Optional<Boolean> isMet(MonthSpan span, LocalDate today) {
        List<Boolean> judged = periods(span, today).stream()
                .filter(days -> days.stream().anyMatch(this::isDue))
                .flatMap(days -> isMet(days).stream())
                .toList();
        return judged.isEmpty() ? Optional.empty() : Optional.of(!judged.contains(false));
    }

    private List<List<LocalDate>> periods(MonthSpan span, LocalDate today) {
        LocalDate first = span.month().atDay(1);
        LocalDate end = span.month().atEndOfMonth();
        if (goal.period() == Goal.Period.MONTH) {
            return List.of(first.datesUntil(end.plusDays(1)).toList());
        }
        boolean weekly = goal.period() == Goal.Period.WEEK;
        var periods = new ArrayList<List<LocalDate>>();
        LocalDate last = weekly ? first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)) : first;
        int length = weekly ? 7 : 1;
        for (; !last.isAfter(end) && last.isBefore(today); last = last.plusDays(length)) {
            periods.add(last.minusDays(length - 1L).datesUntil(last.plusDays(1)).toList());
        }
        return periods;
    }

    private boolean isDue(LocalDate day) {
        List<LogEntry> logs = byDay.getOrDefault(day, List.of());
        boolean skipped = !logs.isEmpty() && logs.stream().allMatch(LogEntry::skipped);
        return !day.isBefore(start) && !skipped && !tracker.plan().isOff(day);
    }

    /** Empty for an average of nothing. */
    private Optional<Boolean> isMet(List<LocalDate> days) {
        List<LogEntry> logs = days.stream()
                .flatMap(day -> byDay.getOrDefault(day, List.of()).stream())
                .toList();
        if (!tracker.isNumeric()) {
            Predicate<LogEntry> counts = log -> !log.skipped() && !(tracker.isAnswer() && log.saysNo());
            return Optional.of(
                    goal.isMetBy(BigDecimal.valueOf(logs.stream().filter(counts).count())));
        }
        Optional<Figures> figures = Figures.of(TrackerMonth.numbers(logs));
        return tracker.isRating()
                ? figures.map(Figures::mean).map(goal::isMetBy)
                : Optional.of(goal.isMetBy(figures.map(Figures::sum).orElse(BigDecimal.ZERO)));
    }
}
