package org.tallybook.report.monthly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MonthlySummaryPropertiesTest {

    private static final UUID TRACKER = new UUID(1, 1);

    @Property(tries = 200)
    void theOrderOfFactsDoesNotMatter(
            @ForAll("logs") List<LogEntry> logs, @ForAll("zones") ZoneId zone, @ForAll long seed) {
        List<LogEntry> shuffled = new ArrayList<>(logs);
        Collections.shuffle(shuffled, new Random(seed));

        MonthlySummary one = summary(logs, zone);
        MonthlySummary other = summary(shuffled, zone);

        assertThat(other.headline().activeDays()).isEqualTo(one.headline().activeDays());
        assertThat(other.emotions()).isEqualTo(one.emotions());
        assertThat(other.trackers().get(0).days())
                .isEqualTo(one.trackers().get(0).days());
        assertThat(other.trackers().get(0).figures())
                .isEqualTo(one.trackers().get(0).figures());
    }

    @Property(tries = 200)
    void thePartsMakeTheWhole(@ForAll("logs") List<LogEntry> logs, @ForAll("zones") ZoneId zone) {
        MonthlySummary summary = summary(logs, zone);
        TrackerMonth tracker = summary.trackers().get(0);

        assertThat(tracker.days().stream().mapToInt(DayFigures::logCount).sum()).isEqualTo(tracker.logCount());
        assertThat(tracker.logCount()).isEqualTo(summary.headline().logCount());
        BigDecimal byDay = tracker.days().stream()
                .flatMap(day -> day.figures().stream())
                .map(Figures::sum)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(tracker.figures().map(Figures::sum).orElse(BigDecimal.ZERO)).isEqualByComparingTo(byDay);
        assertThat(tracker.streak()).isLessThanOrEqualTo(summary.headline().activeDays());
    }

    @Property(tries = 300)
    void everyInstantIsInExactlyOneMonth(@ForAll("instants") Instant instant, @ForAll("zones") ZoneId zone) {
        YearMonth month = YearMonth.from(instant.atZone(zone));

        assertThat(new MonthSpan(month, zone).contains(instant)).isTrue();
        assertThat(new MonthSpan(month.minusMonths(1), zone).contains(instant)).isFalse();
        assertThat(new MonthSpan(month.plusMonths(1), zone).contains(instant)).isFalse();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/Berlin",
                        "America/Sao_Paulo",
                        "America/Asuncion",
                        "Pacific/Kiritimati",
                        "Pacific/Pago_Pago",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "Africa/Casablanca")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<List<LogEntry>> logs() {
        Arbitrary<String> values = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                .ofScale(4)
                .map(BigDecimal::toPlainString);
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(0, 91)
                .map(day -> LocalDate.of(2026, 9, 1).plusDays(day));
        Arbitrary<String> emotions = Arbitraries.of("CALM", "SAD", "", "own");
        return Combinators.combine(values, days, emotions, Arbitraries.of(true, false, false, false))
                .as(MonthlySummaryPropertiesTest::log)
                .list()
                .ofMaxSize(40);
    }

    private static LogEntry log(String value, LocalDate day, String emotion, boolean skipped) {
        Instant at = day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        return new LogEntry(TRACKER, skipped ? null : value, null, null, emotion, skipped, day, at, at);
    }

    private static MonthlySummary summary(List<LogEntry> logs, ZoneId zone) {
        YearMonth month = YearMonth.of(2026, 10);
        var tracker =
                new Tracker(TRACKER, "t", "NUMERIC", null, Plan.NONE, false, Instant.parse("2026-01-01T00:00:00Z"));
        Instant from = new MonthSpan(month, zone).previous().start();
        return MonthlySummary.of(
                new MonthFacts(List.of(tracker), logs, List.of(), from, 0),
                month,
                zone,
                month.plusMonths(1).atDay(1));
    }
}
