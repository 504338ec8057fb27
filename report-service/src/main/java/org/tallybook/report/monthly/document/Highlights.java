package org.tallybook.report.monthly.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallybook.report.monthly.domain.Figures;
import org.tallybook.report.monthly.domain.MonthlySummary;
import org.tallybook.report.monthly.domain.TrackerMonth;

/** What a friend would remark on: a few sentences, each said only if there is something to say. */
final class Highlights {

    private static final int BUSY = 2;
    private static final int STREAK = 3;
    private static final int CHANGES = 2;

    private final MonthlySummary summary;
    private final Words words;

    Highlights(MonthlySummary summary, Words words) {
        this.summary = summary;
        this.words = words;
    }

    List<String> all() {
        return Stream.of(busiestDay(), longestStreak(), feeling(), changes())
                .flatMap(part -> part)
                .toList();
    }

    /** Ties go to the earliest day. */
    private Stream<String> busiestDay() {
        Map<LocalDate, Integer> counts = summary.trackers().stream()
                .flatMap(tracker -> tracker.days().stream())
                .collect(Collectors.toMap(day -> day.day(), day -> day.logCount(), Integer::sum, TreeMap::new));
        return counts.entrySet().stream()
                .max(Map.Entry.<LocalDate, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(day -> day.getValue() >= BUSY)
                .map(day -> words.text("highlight.busiest", words.longDay(day.getKey()), day.getValue()))
                .stream();
    }

    private Stream<String> longestStreak() {
        return summary.trackers().stream()
                .max(Comparator.comparing(TrackerMonth::streak).thenComparing(TrackerMonth.BY_USE.reversed()))
                .filter(tracker -> tracker.streak() >= STREAK)
                .map(tracker -> words.text(
                        "highlight.streak",
                        tracker.streak(),
                        words.clean(tracker.tracker().name())))
                .stream();
    }

    private Stream<String> feeling() {
        int total =
                summary.emotions().values().stream().mapToInt(Integer::intValue).sum();
        return summary
                .headline()
                .feeling()
                .filter(name -> total > 1)
                .map(name -> words.text(
                        "highlight.feeling",
                        words.emotion(name),
                        summary.emotions().getOrDefault(name, 0),
                        total))
                .stream();
    }

    private Stream<String> changes() {
        return summary.trackers().stream()
                .flatMap(tracker -> change(tracker).stream())
                .limit(CHANGES);
    }

    private Optional<String> change(TrackerMonth tracker) {
        Optional<Figures> now = tracker.figures();
        Optional<Figures> before = summary.before(tracker).flatMap(TrackerMonth::figures);
        if (now.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        boolean level = ChartForm.of(tracker) == ChartForm.LEVEL;
        BigDecimal value = level ? now.get().mean() : now.get().sum();
        BigDecimal difference =
                value.subtract(level ? before.get().mean() : before.get().sum());
        String direction = difference.signum() > 0 ? "more" : difference.signum() < 0 ? "less" : "same";
        return Optional.of(words.text(
                "highlight." + (level ? "level." : "amount.") + direction,
                words.clean(tracker.tracker().name()),
                words.measure(value, tracker.tracker()),
                words.measure(difference.abs(), tracker.tracker()),
                words.monthName(summary.previous().month())));
    }
}
