package org.tallybook.report.monthly.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value axis with round steps (1, 2 or 5 times a power of ten), of which three to six cover the values.
 *
 * @param ticks ascending, at least two, exact
 */
record Scale(List<BigDecimal> ticks) {

    private static final int WANTED_STEPS = 4;
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

    static Scale covering(BigDecimal low, BigDecimal high) {
        BigDecimal span = high.subtract(low).signum() == 0 ? spread(high) : high.subtract(low);
        BigDecimal step = step(span);
        BigDecimal from = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal to = high.divide(step, 0, RoundingMode.CEILING).multiply(step);
        if (from.compareTo(to) == 0) {
            to = to.add(step);
        }
        var ticks = new ArrayList<BigDecimal>();
        for (BigDecimal tick = from; tick.compareTo(to) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return new Scale(ticks);
    }

    /** From 0 at the lowest tick to 1 at the highest. */
    double share(BigDecimal value) {
        BigDecimal low = ticks.get(0);
        BigDecimal high = ticks.get(ticks.size() - 1);
        return value.subtract(low)
                .divide(high.subtract(low), MathContext.DECIMAL64)
                .doubleValue();
    }

    boolean showsZero() {
        return ticks.stream().anyMatch(tick -> tick.signum() == 0);
    }

    private static BigDecimal spread(BigDecimal only) {
        return only.signum() == 0 ? BigDecimal.ONE : only.abs();
    }

    private static BigDecimal step(BigDecimal span) {
        BigDecimal raw = span.divide(BigDecimal.valueOf(WANTED_STEPS), MathContext.DECIMAL64);
        int exponent = raw.precision() - raw.scale() - 1;
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exponent);
        return ROUND.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(raw) >= 0)
                .findFirst()
                .orElseThrow();
    }
}
