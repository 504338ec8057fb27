package org.tallybook.e2e.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Durations in ascending order, in nanoseconds; percentiles by the nearest-rank method. */
final class Percentiles {

    private final long[] sorted;

    Percentiles(long[] nanos) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    double millis(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    /** For short times: median and quartiles in hundredths of a millisecond. */
    String brief() {
        return String.format(Locale.ROOT, "%.2f ms (%.2f to %.2f)", millis(50), millis(25), millis(75));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, max %.0f ms",
                millis(50),
                millis(90),
                millis(99),
                millis(100));
    }
}
