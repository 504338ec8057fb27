package org.tallybook.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoDiaryTest {

    private static final LocalDate START = LocalDate.of(2025, 11, 21);
    private static final List<LocalDate> YEAR =
            START.datesUntil(START.plusYears(1)).toList();

    @ParameterizedTest
    @EnumSource(DemoTracker.class)
    void isTheSameOnEveryRun(DemoTracker tracker) {
        List<DemoEntry> first = entries(tracker);

        assertThat(entries(tracker)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(DemoTracker.class)
    void fillsTheYearButNotEveryHour(DemoTracker tracker) {
        assertThat(entries(tracker).size()).isBetween(80, 600);
    }

    @ParameterizedTest
    @EnumSource(DemoTracker.class)
    void givesNumbersToNumericTrackersAndWordsToNotes(DemoTracker tracker) {
        Class<?> expected = tracker.type().equals("NUMERIC") ? BigDecimal.class : String.class;

        assertThat(entries(tracker))
                .allSatisfy(entry -> assertThat(entry.value()).isInstanceOf(expected));
    }

    @Test
    void staysWithinWhatAPersonMayWeighAndSleep() {
        assertThat(numbers(DemoTracker.WEIGHT))
                .allSatisfy(weight -> assertThat(weight).isBetween(70.0, 90.0));
        assertThat(numbers(DemoTracker.SLEEP))
                .allSatisfy(hours -> assertThat(hours).isBetween(3.0, 11.0));
    }

    @Test
    void makesTheSameVersion7IdsForTheSameUserOnly() {
        Instant time = Instant.parse("2026-03-29T01:30:00Z");
        UUID id = new DemoIds("u1").of(time, "MOOD|2026-03-29|0");

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.toEpochMilli());
        assertThat(new DemoIds("u1").of(time, "MOOD|2026-03-29|0")).isEqualTo(id);
        assertThat(new DemoIds("u2").of(time, "MOOD|2026-03-29|0")).isNotEqualTo(id);
    }

    private static List<Double> numbers(DemoTracker tracker) {
        return entries(tracker).stream()
                .map(entry -> ((BigDecimal) entry.value()).doubleValue())
                .toList();
    }

    private static List<DemoEntry> entries(DemoTracker tracker) {
        return YEAR.stream().flatMap(day -> tracker.on(day).stream()).toList();
    }
}
