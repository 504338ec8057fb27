package org.tallybook.e2e.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a month must be, computed by the definitions of the API from what the test itself did. Shares no code with the
 * product. Safe for several writers.
 */
public final class MonthModel {

    private final ZoneId zone;
    private final Map<UUID, TrackerFact> trackers = new LinkedHashMap<>();
    private final Map<UUID, LogFact> logs = new LinkedHashMap<>();
    private final List<Instant> logins = new ArrayList<>();

    public MonthModel(ZoneId zone) {
        this.zone = zone;
    }

    public synchronized void put(TrackerFact tracker) {
        trackers.put(tracker.id(), tracker);
    }

    public synchronized void put(LogFact log) {
        logs.put(log.id(), log);
    }

    public synchronized void deleteLog(UUID id) {
        logs.remove(id);
    }

    public synchronized void deleteTracker(UUID id) {
        trackers.remove(id);
        logs.values().removeIf(log -> log.trackerId().equals(id));
    }

    public synchronized void loggedIn(Instant at) {
        logins.add(at);
    }

    public synchronized List<LogFact> logs() {
        return List.copyOf(logs.values());
    }

    public YearMonth currentMonth() {
        return YearMonth.now(zone);
    }

    public synchronized ExpectedMonth month(YearMonth month) {
        return new ExpectedMonth(month, zone, headline(month), headline(month.minusMonths(1)), trackerMonths(month));
    }

    private Headline headline(YearMonth month) {
        List<LogFact> occurred = occurred(month);
        return new Headline(
                count(
                        trackers.values(),
                        tracker -> !monthOf(tracker.createdAt()).isAfter(month)),
                count(trackers.values(), tracker -> monthOf(tracker.createdAt()).equals(month)),
                count(logs.values(), log -> !monthOf(log.createdAt()).isAfter(month)),
                count(logs.values(), log -> monthOf(log.createdAt()).equals(month)),
                mostUsed(occurred),
                emotions(occurred),
                count(logins, at -> monthOf(at).equals(month)),
                occurred.stream().map(log -> dayOf(log.occurredAt())).distinct().count());
    }

    private List<LogFact> occurred(YearMonth month) {
        return logs.values().stream()
                .filter(log -> monthOf(log.occurredAt()).equals(month))
                .toList();
    }

    private List<Headline.MostUsed> mostUsed(List<LogFact> occurred) {
        Map<UUID, Long> counts =
                occurred.stream().collect(Collectors.groupingBy(LogFact::trackerId, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> tracker(entry.getKey()).createdAt()))
                .limit(1)
                .map(entry -> new Headline.MostUsed(
                        entry.getKey(), tracker(entry.getKey()).name(), entry.getValue()))
                .toList();
    }

    private static Map<String, Long> emotions(List<LogFact> occurred) {
        return occurred.stream()
                .flatMap(log -> log.emotion().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private Map<UUID, TrackerMonth> trackerMonths(YearMonth month) {
        Map<UUID, TrackerMonth> months = new LinkedHashMap<>();
        trackers.values().stream()
                .map(tracker -> trackerMonth(tracker, month))
                .filter(one -> one.logCount() > 0
                        || !monthOf(one.tracker().createdAt()).isAfter(month))
                .forEach(one -> months.put(one.tracker().id(), one));
        return months;
    }

    private TrackerMonth trackerMonth(TrackerFact tracker, YearMonth month) {
        List<LogFact> own = occurred(month).stream()
                .filter(log -> log.trackerId().equals(tracker.id()))
                .sorted(Comparator.comparing(LogFact::occurredAt))
                .toList();
        return TrackerMonth.of(
                tracker, own, own.stream().map(log -> dayOf(log.occurredAt())).toList());
    }

    private TrackerFact tracker(UUID id) {
        return trackers.get(id);
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private YearMonth monthOf(Instant at) {
        return YearMonth.from(dayOf(at));
    }

    private static <T> long count(Iterable<T> all, Predicate<T> wanted) {
        long count = 0;
        for (T one : all) {
            count += wanted.test(one) ? 1 : 0;
        }
        return count;
    }
}
