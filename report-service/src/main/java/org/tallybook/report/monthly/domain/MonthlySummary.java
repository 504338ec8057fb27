package org.tallybook.report.monthly.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A month of a user, computed from facts and nothing else: the same facts give the same month, whoever computes it.
 *
 * @param emotions how often each was felt, the most frequent first, ties by name; blank ones are not counted
 * @param trackers every tracker with a log in the month, and every other that existed at its end and is not archived;
 *     the most used first
 * @param previous the same figures of the month before
 * @param previousTrackers that month by tracker
 */
public record MonthlySummary(
        MonthSpan span,
        Headline headline,
        Map<String, Integer> emotions,
        List<TrackerMonth> trackers,
        Headline previous,
        Map<UUID, TrackerMonth> previousTrackers) {

    /**
     * @param facts must cover the month and the one before it
     * @param today the user's, which is not over
     */
    public static MonthlySummary of(MonthFacts facts, YearMonth month, ZoneId zone, LocalDate today) {
        MonthSpan span = new MonthSpan(month, zone);
        Map<String, Integer> emotions = emotions(logsOn(facts, span));
        List<TrackerMonth> trackers = trackers(facts, span, today);
        List<TrackerMonth> before = trackers(facts, span.previous(), today);
        Map<String, Integer> emotionsBefore = emotions(logsOn(facts, span.previous()));
        return new MonthlySummary(
                span,
                Headline.of(facts, span, trackers, emotions),
                emotions,
                trackers,
                Headline.of(facts, span.previous(), before, emotionsBefore),
                before.stream().collect(Collectors.toMap(one -> one.tracker().id(), one -> one)));
    }

    public YearMonth month() {
        return span.month();
    }

    /** The same tracker in the month before; empty if it had no log there. */
    public Optional<TrackerMonth> before(TrackerMonth tracker) {
        return Optional.ofNullable(previousTrackers.get(tracker.tracker().id())).filter(month -> month.logCount() > 0);
    }

    static List<LogEntry> logsOn(MonthFacts facts, MonthSpan span) {
        return facts.logs().stream().filter(log -> span.contains(log.day())).toList();
    }

    private static List<TrackerMonth> trackers(MonthFacts facts, MonthSpan span, LocalDate today) {
        Map<UUID, List<LogEntry>> all = facts.logs().stream().collect(Collectors.groupingBy(LogEntry::trackerId));
        Map<UUID, List<LogEntry>> logs =
                logsOn(facts, span).stream().collect(Collectors.groupingBy(LogEntry::trackerId));
        return facts.trackers().stream()
                .filter(tracker -> logs.containsKey(tracker.id()) || isOpenIn(tracker, span))
                .map(tracker -> TrackerMonth.of(
                        tracker,
                        span.month(),
                        logs.getOrDefault(tracker.id(), List.of()),
                        GoalCheck.of(tracker, all.getOrDefault(tracker.id(), List.of()), span, today)))
                .sorted(TrackerMonth.BY_USE)
                .toList();
    }

    private static boolean isOpenIn(Tracker tracker, MonthSpan span) {
        return !tracker.archived() && tracker.createdAt().isBefore(span.end());
    }

    private static Map<String, Integer> emotions(List<LogEntry> logs) {
        return Counts.of(logs.stream().flatMap(log -> log.feeling().stream()));
    }
}
