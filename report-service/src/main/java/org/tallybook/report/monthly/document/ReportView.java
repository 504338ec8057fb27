package org.tallybook.report.monthly.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the report's template shows, in the reader's words and numbers. The template decides nothing.
 *
 * @param lang BCP 47 tag of the texts
 * @param preview what to say about a month that is still running; null for one that is over
 * @param activity the whole month at a glance
 * @param emotions null if none was noted
 */
public record ReportView(
        String lang,
        String title,
        String subtitle,
        @Nullable String preview,
        String lead,
        List<Card> cards,
        List<String> highlights,
        Calendar activity,
        List<TrackerSection> trackers,
        @Nullable Emotions emotions,
        Labels labels) {

    public ReportView {
        cards = List.copyOf(cards);
        highlights = List.copyOf(highlights);
        trackers = List.copyOf(trackers);
    }

    /**
     * One headline figure.
     *
     * @param change against the month before; null when there is nothing to compare
     * @param wide whether the value is a name instead of a number
     */
    public record Card(
            String label,
            String value,
            String note,
            @Nullable String change,
            boolean wide) {}

    /** Words that the template needs by themselves. */
    public record Labels(
            String highlights,
            String activity,
            String trackers,
            String emotions,
            String emotion,
            String times,
            String share,
            String notes,
            String less,
            String more,
            String skipped,
            String footer) {}

    /**
     * One tracker.
     *
     * @param anchor id of the section in the document
     * @param tone which of the six series colours it has, from 0
     * @param chart null for trackers without numbers
     * @param calendar null for trackers with numbers
     */
    public record TrackerSection(
            String anchor,
            String name,
            String caption,
            int tone,
            List<Stat> stats,
            @Nullable NumberChart chart,
            @Nullable Calendar calendar,
            List<Note> notes) {}

    /** One figure of a tracker. */
    public record Stat(String label, String value, @Nullable String change) {}

    /** Something the user wrote, cut to a readable length. */
    public record Note(String day, String text) {}

    /**
     * A month as a table of weeks.
     *
     * @param caption says in words what the table shows
     * @param weekdays narrow names with the full name for those who listen
     */
    public record Calendar(String caption, List<Weekday> weekdays, List<List<Cell>> weeks) {}

    /** The head of a column. */
    public record Weekday(String narrow, String full) {}

    /**
     * One day.
     *
     * @param day of the month; empty outside of it
     * @param style class that carries the heat: {@code out}, {@code none}, {@code skip}, {@code h1} to {@code h4}
     * @param text what happened, in words; empty if nothing did
     */
    public record Cell(String day, String style, String text) {}

    /** The distribution of emotions as a ring and a table. */
    public record Emotions(String description, String total, String totalLabel, List<Feeling> feelings) {}

    /**
     * One emotion.
     *
     * @param arc path of its piece of the ring
     * @param color for a renderer without style sheets
     */
    public record Feeling(String name, String count, String share, int tone, String arc, String color) {}
}
