package org.tallybook.report.monthly.document;

import java.math.BigDecimal;
import java.util.List;
import org.tallybook.report.monthly.domain.DayFigures;
import org.tallybook.report.monthly.domain.Figures;
import org.tallybook.report.monthly.domain.TrackerMonth;

/**
 * How a tracker's numbers are best read. Nobody told us whether a tracker counts kilometres or weighs a person, but the
 * numbers do: values that stay on one side of zero and within a factor of two of each other are a level, whose average
 * matters and whose sum means nothing; everything else is an amount. Ratings are levels by their nature.
 */
enum ChartForm {
    /** Bars of daily totals that stand on zero. */
    AMOUNT,
    /** A line of daily averages on an axis of its own. */
    LEVEL;

    private static final int FEWEST = 3;
    private static final BigDecimal FACTOR = BigDecimal.valueOf(2);

    static ChartForm of(TrackerMonth tracker) {
        return tracker.tracker().isRating() ? LEVEL : of(tracker.days());
    }

    private static ChartForm of(List<DayFigures> days) {
        List<Figures> known =
                days.stream().flatMap(day -> day.figures().stream()).toList();
        if (known.size() < FEWEST) {
            return AMOUNT;
        }
        BigDecimal low =
                known.stream().map(Figures::min).min(BigDecimal::compareTo).orElseThrow();
        BigDecimal high =
                known.stream().map(Figures::max).max(BigDecimal::compareTo).orElseThrow();
        boolean oneSided = low.signum() * high.signum() > 0;
        BigDecimal near = low.abs().min(high.abs());
        BigDecimal far = low.abs().max(high.abs());
        return oneSided && near.multiply(FACTOR).compareTo(far) >= 0 ? LEVEL : AMOUNT;
    }

    /** The number that stands for a day. */
    BigDecimal valueOf(Figures day) {
        return this == LEVEL ? day.mean() : day.sum();
    }
}
