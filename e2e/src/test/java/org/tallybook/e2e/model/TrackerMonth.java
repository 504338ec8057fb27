package org.tallybook.e2e.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One tracker in one month; the numbers are empty without a number to compute them from.
 *
 * @param streak most days in a row with a log
 */
public record TrackerMonth(
        TrackerFact tracker,
        long logCount,
        Optional<BigDecimal> sum,
        Optional<BigDecimal> mean,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        long streak) {

    static TrackerMonth of(TrackerFact tracker, List<LogFact> logs, List<LocalDate> days) {
        List<BigDecimal> numbers =
                logs.stream().flatMap(log -> log.number().stream()).toList();
        Optional<BigDecimal> sum = numbers.stream().reduce(BigDecimal::add);
        return new TrackerMonth(
                tracker,
                logs.size(),
                sum,
                sum.map(total -> total.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128)),
                numbers.stream().min(Comparator.naturalOrder()),
                numbers.stream().max(Comparator.naturalOrder()),
                streak(new TreeSet<>(days)));
    }

    private static long streak(Set<LocalDate> days) {
        return days.stream()
                .mapToLong(first -> Stream.iterate(first, days::contains, day -> day.plusDays(1))
                        .count())
                .max()
                .orElse(0);
    }
}
