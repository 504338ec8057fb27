package org.tallybook.e2e.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The figures that head a month, and its comparison with the month before.
 *
 * @param mostUsed one, or none if nothing was logged
 */
public record Headline(
        long totalTrackers,
        long trackersCreated,
        long totalLogs,
        long logsCreatedThisMonth,
        List<MostUsed> mostUsed,
        Map<String, Long> emotions,
        long loginCount,
        long activeDays) {

    public record MostUsed(UUID id, String name, long logCount) {}

    /** More than one in case of a tie, for which the API names no winner; none without emotions. */
    public Set<String> mostFrequentEmotions() {
        long most = emotions.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return emotions.entrySet().stream()
                .filter(emotion -> emotion.getValue() == most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
