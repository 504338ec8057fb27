package org.tallybook.report.monthly.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tallybook.report.monthly.document.NumberChart.Bar;
import org.tallybook.report.monthly.document.NumberChart.Dot;
import org.tallybook.report.monthly.document.NumberChart.Tick;
import org.tallybook.report.monthly.domain.DayFigures;
import org.tallybook.report.monthly.domain.TrackerMonth;

/** Draws one tracker's month; see {@link NumberChart}. */
final class Drawing {

    private static final double LEFT = 58;
    private static final double RIGHT = 712;
    private static final double TOP = 14;
    private static final double BOTTOM = 170;
    /** A total of zero is a stub, so that it can be told from a day without data. */
    private static final double STUB = 2;

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private final YearMonth month;
    private final TrackerMonth tracker;
    private final ChartForm form;
    private final Scale scale;
    private final Words words;

    private Drawing(YearMonth month, TrackerMonth tracker, Words words) {
        this.month = month;
        this.tracker = tracker;
        this.words = words;
        this.form = ChartForm.of(tracker);
        List<BigDecimal> values =
                tracker.days().stream().flatMap(day -> value(day).stream()).toList();
        BigDecimal low = values.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal high = values.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        this.scale = form == ChartForm.LEVEL
                ? Scale.covering(low, high)
                : Scale.covering(low.min(BigDecimal.ZERO), high.max(BigDecimal.ZERO));
    }

    /** Empty if the month has no number to draw. */
    static Optional<NumberChart> of(YearMonth month, TrackerMonth tracker, int tone, Words words) {
        return tracker.figures().map(figures -> new Drawing(month, tracker, words).draw(tone));
    }

    private NumberChart draw(int tone) {
        String unit = words.clean(tracker.tracker().unit());
        return new NumberChart(
                words.text(form == ChartForm.LEVEL ? "chart.level" : "chart.amount"),
                description(),
                unit,
                Tones.color(tone),
                scale.showsZero() ? coordinate(y(BigDecimal.ZERO)) : null,
                scale.ticks().stream()
                        .map(tick -> new Tick(coordinate(y(tick)), label(tick)))
                        .toList(),
                columns(),
                form == ChartForm.AMOUNT ? bars() : List.of(),
                form == ChartForm.LEVEL ? lines() : List.of(),
                form == ChartForm.LEVEL ? dots() : List.of(),
                skipped());
    }

    private String description() {
        return tracker.days().stream()
                .filter(day -> day.figures().isPresent())
                .map(this::text)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private List<Tick> columns() {
        var ticks = new ArrayList<Tick>();
        for (int day : new int[] {1, 5, 10, 15, 20, 25, month.lengthOfMonth()}) {
            ticks.add(new Tick(coordinate(x(day)), words.number(day)));
        }
        return ticks;
    }

    private List<Bar> bars() {
        double width = step() * 0.62;
        return withNumbers().stream().map(day -> bar(day, width)).toList();
    }

    private Bar bar(DayFigures day, double width) {
        double zero = y(BigDecimal.ZERO);
        double end = y(value(day).orElseThrow());
        double height = Math.max(Math.abs(zero - end), STUB);
        double top = end > zero ? zero : zero - height;
        return new Bar(
                coordinate(x(day.day().getDayOfMonth()) - width / 2),
                coordinate(top),
                coordinate(width),
                coordinate(height),
                text(day));
    }

    private List<Dot> dots() {
        return withNumbers().stream()
                .map(day -> new Dot(
                        coordinate(x(day.day().getDayOfMonth())),
                        coordinate(y(value(day).orElseThrow())),
                        text(day)))
                .toList();
    }

    /** A line only joins neighbouring days: a gap in the data stays a gap. */
    private List<String> lines() {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        LocalDate last = null;
        for (DayFigures day : withNumbers()) {
            boolean joined = last != null && last.plusDays(1).equals(day.day());
            if (!joined && line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "M" : " L")
                    .append(coordinate(x(day.day().getDayOfMonth())))
                    .append(' ')
                    .append(coordinate(y(value(day).orElseThrow())));
            last = day.day();
        }
        lines.add(line.toString());
        return lines;
    }

    private List<Dot> skipped() {
        String floor = coordinate(scale.showsZero() && form == ChartForm.AMOUNT ? y(BigDecimal.ZERO) - 6 : BOTTOM - 6);
        return tracker.days().stream()
                .filter(day -> !day.done())
                .map(day -> new Dot(
                        coordinate(x(day.day().getDayOfMonth())),
                        floor,
                        words.text("day.skipped", words.day(day.day()))))
                .toList();
    }

    private List<DayFigures> withNumbers() {
        return tracker.days().stream().filter(day -> day.figures().isPresent()).toList();
    }

    /** What is drawn: hours for a duration, because round numbers of seconds are no round times. */
    private Optional<BigDecimal> value(DayFigures day) {
        return day.figures().map(form::valueOf).map(this::drawn);
    }

    private BigDecimal drawn(BigDecimal value) {
        return tracker.tracker().isDuration() ? value.divide(HOUR, MathContext.DECIMAL64) : value;
    }

    private String label(BigDecimal tick) {
        return tracker.tracker().isDuration() ? words.duration(tick.multiply(HOUR)) : words.number(tick);
    }

    private String text(DayFigures day) {
        return words.text(
                "day.value",
                words.day(day.day()),
                words.measure(day.figures().map(form::valueOf).orElseThrow(), tracker.tracker()));
    }

    private double step() {
        return (RIGHT - LEFT) / month.lengthOfMonth();
    }

    private double x(int day) {
        return LEFT + step() * (day - 0.5);
    }

    private double y(BigDecimal value) {
        return BOTTOM - scale.share(value) * (BOTTOM - TOP);
    }

    static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
