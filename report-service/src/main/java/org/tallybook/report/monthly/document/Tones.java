package org.tallybook.report.monthly.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The colours of series on light ground. On dark ground the style sheet replaces them by class. */
final class Tones {

    private static final List<String> SERIES =
            List.of("#1f6f5c", "#3d5a98", "#b3681e", "#8a4a86", "#a8434f", "#2f7f93");
    private static final Map<String, Integer> OF_EMOTION = Map.ofEntries(
            Map.entry("HAPPY", 0),
            Map.entry("CALM", 1),
            Map.entry("GRATEFUL", 2),
            Map.entry("EXCITED", 3),
            Map.entry("PROUD", 4),
            Map.entry("NEUTRAL", 5),
            Map.entry("TIRED", 6),
            Map.entry("BORED", 7),
            Map.entry("STRESSED", 8),
            Map.entry("ANXIOUS", 9),
            Map.entry("SAD", 10),
            Map.entry("ANGRY", 11));
    private static final List<String> EMOTIONS = List.of(
            "#d99a1c", "#3f8f7b", "#7fa650", "#d97742", "#9a6bb0", "#8c939c", "#7c8fb5", "#a79a86", "#c2603f",
            "#b8873d", "#4f6fa5", "#b23b4a");

    private Tones() {}

    static int ofTracker(int position) {
        return position % SERIES.size();
    }

    static String color(int tone) {
        return SERIES.get(tone);
    }

    /** A known emotion always has its own colour; the user's own take in turn those that no known one beside them has. */
    static int ofEmotion(String name, Collection<String> all) {
        Integer own = OF_EMOTION.get(name);
        if (own != null) {
            return own;
        }
        List<Integer> free = IntStream.range(0, EMOTIONS.size())
                .filter(tone -> all.stream().noneMatch(other -> OF_EMOTION.getOrDefault(other, -1) == tone))
                .boxed()
                .toList();
        long before = all.stream()
                .takeWhile(other -> !other.equals(name))
                .filter(other -> !OF_EMOTION.containsKey(other))
                .count();
        return free.get((int) (before % free.size()));
    }

    static String emotionColor(int tone) {
        return EMOTIONS.get(tone);
    }
}
