package org.tallybook.report.monthly.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

/**
 * Statistics of numbers, without a float anywhere.
 *
 * @param count at least 1
 * @param sum exact, with the largest scale among the numbers
 * @param mean rounded half to even at the tenth fraction digit, or the sum's scale if that is more; without needless
 *     zeros beyond the sum's scale
 */
public record Figures(int count, BigDecimal sum, BigDecimal mean, BigDecimal min, BigDecimal max) {

    private static final int MEAN_SCALE = 10;

    /** Empty if there are no numbers: "no data" has no sum, not even zero. */
    public static Optional<Figures> of(Collection<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Figures(
                numbers.size(), sum, mean(sum, numbers.size()), Collections.min(numbers), Collections.max(numbers)));
    }

    private static BigDecimal mean(BigDecimal sum, int count) {
        int scale = Math.max(sum.scale(), MEAN_SCALE);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return mean.scale() < sum.scale() ? mean.setScale(sum.scale()) : mean.setScale(Math.max(mean.scale(), 0));
    }
}
