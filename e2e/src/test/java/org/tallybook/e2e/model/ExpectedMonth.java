package org.tallybook.e2e.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A whole summary, to be compared with the one that the system answers. */
public record ExpectedMonth(
        YearMonth month, ZoneId zone, Headline headline, Headline previous, Map<UUID, TrackerMonth> trackers) {

    /** A mean may be rounded; everything else must be exact. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    /** One sentence for each figure that is not as it must be; empty if the summary is right. */
    public List<String> differences(JsonNode summary) {
        List<String> found = new ArrayList<>();
        compare(found, "month", month.toString(), summary.path("month").asText());
        compare(found, "zoneId", zone.toString(), summary.path("zoneId").asText());
        headline(found, "", headline, summary);
        headline(found, "previous.", previous, summary.path("previous"));
        trackers(found, summary.path("trackers"));
        return found;
    }

    private static void headline(List<String> found, String prefix, Headline expected, JsonNode actual) {
        number(found, prefix + "totalTrackers", expected.totalTrackers(), actual.path("totalTrackers"));
        number(found, prefix + "trackersCreated", expected.trackersCreated(), actual.path("trackersCreated"));
        number(found, prefix + "totalLogs", expected.totalLogs(), actual.path("totalLogs"));
        number(
                found,
                prefix + "logsCreatedThisMonth",
                expected.logsCreatedThisMonth(),
                actual.path("logsCreatedThisMonth"));
        number(found, prefix + "loginCount", expected.loginCount(), actual.path("loginCount"));
        number(found, prefix + "activeDays", expected.activeDays(), actual.path("activeDays"));
        compare(found, prefix + "mostUsedTracker", expected.mostUsed(), mostUsed(actual.path("mostUsedTracker")));
        emotion(found, prefix, expected.mostFrequentEmotions(), actual.path("frequentEmotionalState"));
        if (prefix.isEmpty()) {
            compare(found, "emotions", expected.emotions(), emotions(actual.path("emotions")));
        }
    }

    private static List<Headline.MostUsed> mostUsed(JsonNode tracker) {
        return tracker.isObject()
                ? List.of(new Headline.MostUsed(
                        UUID.fromString(tracker.path("id").asText()),
                        tracker.path("name").asText(),
                        tracker.path("logCount").asLong()))
                : List.of();
    }

    private static void emotion(List<String> found, String prefix, Set<String> winners, JsonNode actual) {
        boolean right = winners.isEmpty() ? actual.isNull() : winners.contains(actual.asText());
        if (!right) {
            found.add(prefix + "frequentEmotionalState: expected one of " + winners + ", was " + actual);
        }
    }

    private static Map<String, Long> emotions(JsonNode counts) {
        Map<String, Long> emotions = new TreeMap<>();
        counts.properties().forEach(emotion -> {
            if (emotion.getValue().asLong() != 0) {
                emotions.put(emotion.getKey(), emotion.getValue().asLong());
            }
        });
        return emotions;
    }

    private void trackers(List<String> found, JsonNode actual) {
        compare(found, "trackers.length", trackers.size(), actual.size());
        for (JsonNode tracker : actual) {
            TrackerMonth expected =
                    trackers.get(UUID.fromString(tracker.path("id").asText()));
            if (expected == null) {
                found.add("trackers: a stranger, " + tracker);
            } else {
                tracker(found, expected, tracker);
            }
        }
    }

    private static void tracker(List<String> found, TrackerMonth expected, JsonNode actual) {
        String name = expected.tracker().name() + ".";
        compare(
                found,
                name + "name",
                expected.tracker().name(),
                actual.path("name").asText());
        compare(
                found,
                name + "type",
                expected.tracker().type(),
                actual.path("type").asText());
        compare(
                found,
                name + "unit",
                expected.tracker().unit(),
                actual.path("unit").asText(""));
        number(found, name + "logCount", expected.logCount(), actual.path("logCount"));
        number(found, name + "streak", expected.streak(), actual.path("streak"));
        if (expected.tracker().type().equals("NUMERIC")) {
            decimal(found, name + "sum", expected.sum(), actual.path("sum"), BigDecimal.ZERO);
            decimal(found, name + "mean", expected.mean(), actual.path("mean"), ROUNDING);
            decimal(found, name + "min", expected.min(), actual.path("min"), BigDecimal.ZERO);
            decimal(found, name + "max", expected.max(), actual.path("max"), BigDecimal.ZERO);
        }
    }

    private static void decimal(
            List<String> found, String name, Optional<BigDecimal> expected, JsonNode actual, BigDecimal tolerance) {
        boolean right = expected.isEmpty()
                ? actual.isNull()
                : actual.isNumber()
                        && expected.get().subtract(actual.decimalValue()).abs().compareTo(tolerance) <= 0;
        if (!right) {
            found.add(name + ": expected " + expected + ", was " + actual);
        }
    }

    private static void number(List<String> found, String name, long expected, JsonNode actual) {
        if (!actual.isIntegralNumber() || actual.longValue() != expected) {
            found.add(name + ": expected " + expected + ", was " + actual);
        }
    }

    private static void compare(List<String> found, String name, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            found.add(name + ": expected " + expected + ", was " + actual);
        }
    }
}
