package org.tallybook.report.monthly.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures a month is known by.
 *
 * @param totalTrackers existing at the month's end
 * @param trackersCreated created in it
 * @param totalLogs existing at its end, by creation instant
 * @param logsCreated created in it
 * @param logCount logs that fall on its days
 * @param mostUsed with the most logs on its days; ties by earliest creation
 * @param feeling the most frequent emotion; ties by name
 * @param loginCount successful interactive logins
 * @param activeDays days with at least one log
 */
public record Headline(
        YearMonth month,
        int totalTrackers,
        int trackersCreated,
        long totalLogs,
        int logsCreated,
        int logCount,
        Optional<TrackerMonth> mostUsed,
        Optional<String> feeling,
        int loginCount,
        int activeDays) {

    static Headline of(MonthFacts facts, MonthSpan span, List<TrackerMonth> trackers, Map<String, Integer> emotions) {
        List<LogEntry> logs = MonthlySummary.logsOn(facts, span);
        return new Headline(
                span.month(),
                count(facts.trackers().stream()
                        .filter(tracker -> tracker.createdAt().isBefore(span.end()))
                        .count()),
                count(facts.trackers().stream()
                        .filter(tracker -> span.contains(tracker.createdAt()))
                        .count()),
                facts.olderLogs() + createdSince(facts, span),
                count(facts.logs().stream()
                        .filter(log -> span.contains(log.createdAt()))
                        .count()),
                logs.size(),
                trackers.stream().filter(tracker -> tracker.logCount() > 0).min(TrackerMonth.BY_USE),
                emotions.keySet().stream().findFirst(),
                count(facts.logins().stream().filter(span::contains).count()),
                count(logs.stream().map(LogEntry::day).distinct().count()));
    }

    /** Logs of the loaded span that were created before the month's end and are not counted as older. */
    private static long createdSince(MonthFacts facts, MonthSpan span) {
        return facts.logs().stream()
                .filter(log -> !log.createdAt().isBefore(facts.loadedFrom()))
                .filter(log -> log.createdAt().isBefore(span.end()))
                .count();
    }

    /** The share of the month's days, as far as they have come, that have a log; 0 to 1. */
    public double coverage(LocalDate today) {
        int days = YearMonth.from(today).equals(month) ? today.getDayOfMonth() : month.lengthOfMonth();
        return Math.min(1, activeDays / (double) days);
    }

    private static int count(long number) {
        return Math.toIntExact(number);
    }
}
