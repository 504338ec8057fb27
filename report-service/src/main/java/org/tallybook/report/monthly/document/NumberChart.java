package org.tallybook.report.monthly.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of numbers as shapes in a 720 × 200 drawing. Shapes carry a light-theme colour for renderers without style
 * sheets and a class for those with: one drawing serves screen, dark mode and paper, which is why it is ours and not a
 * charting library's, whose colours are burnt in.
 *
 * @param title what is drawn: daily totals or daily averages
 * @param description the same figures in words, for those who cannot see it
 * @param color of the series
 * @param zeroLine height of the zero line; null when zero is not on the axis
 * @param lines paths of a line chart, one a stretch without gaps
 * @param skipped marks of days that were skipped, which are neither zero nor nothing
 */
public record NumberChart(
        String title,
        String description,
        String unit,
        String color,
        @Nullable String zeroLine,
        List<Tick> rows,
        List<Tick> columns,
        List<Bar> bars,
        List<String> lines,
        List<Dot> dots,
        List<Dot> skipped) {

    /** A labelled place on an axis. */
    public record Tick(String at, String label) {}

    /** One day's amount. */
    public record Bar(String x, String y, String width, String height, String text) {}

    /** One day's level. */
    public record Dot(String x, String y, String text) {}
}
