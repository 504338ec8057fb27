package org.tallybook.report.monthly.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallybook.report.monthly.document.ReportView.Emotions;
import org.tallybook.report.monthly.document.ReportView.Feeling;

/** The distribution of emotions as a ring of at most seven pieces in a 200 × 200 drawing, the rest gathered in one. */
final class EmotionRing {

    private static final int MOST = 7;
    private static final double CENTRE = 100;
    private static final double RADIUS = 74;
    /** A full circle cannot be drawn as one arc: its ends would coincide. */
    private static final double ALMOST_ONE = 0.9999;

    private static final String REST = "";

    private EmotionRing() {}

    /** @param counts the most frequent first; empty if no emotion was noted */
    static Optional<Emotions> of(Map<String, Integer> counts, Words words) {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Feeling> feelings = feelings(gathered(counts), total, words);
        String description = feelings.stream()
                .map(feeling -> feeling.name() + " " + feeling.count())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return Optional.of(
                new Emotions(description, words.number(total), words.text("emotions.noted", total), feelings));
    }

    private static Map<String, Integer> gathered(Map<String, Integer> counts) {
        var gathered = new LinkedHashMap<String, Integer>();
        counts.forEach((name, count) -> {
            boolean fits = counts.size() <= MOST || gathered.size() < MOST - 1;
            gathered.merge(fits ? name : REST, count, Integer::sum);
        });
        return gathered;
    }

    private static List<Feeling> feelings(Map<String, Integer> counts, int total, Words words) {
        var feelings = new ArrayList<Feeling>();
        double from = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            double share = entry.getValue() / (double) total;
            int tone = Tones.ofEmotion(entry.getKey(), counts.keySet());
            String name = entry.getKey().equals(REST) ? words.text("emotions.other") : words.emotion(entry.getKey());
            feelings.add(new Feeling(
                    name,
                    words.number(entry.getValue()),
                    words.percent(share),
                    tone,
                    arc(from, from + Math.min(share, ALMOST_ONE)),
                    Tones.emotionColor(tone)));
            from += share;
        }
        return feelings;
    }

    private static String arc(double from, double to) {
        return "M%s A%s %s 0 %d 1 %s"
                .formatted(
                        point(from),
                        Drawing.coordinate(RADIUS),
                        Drawing.coordinate(RADIUS),
                        to - from > 0.5 ? 1 : 0,
                        point(to));
    }

    private static String point(double turn) {
        double angle = 2 * Math.PI * turn - Math.PI / 2;
        return Drawing.coordinate(CENTRE + RADIUS * Math.cos(angle)) + " "
                + Drawing.coordinate(CENTRE + RADIUS * Math.sin(angle));
    }
}
