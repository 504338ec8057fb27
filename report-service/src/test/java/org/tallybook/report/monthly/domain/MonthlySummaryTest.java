package org.tallybook.report.monthly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlySummaryTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aMonthWithoutAnythingIsAllZeroAndNothing() {
        MonthlySummary summary = someFacts().of(OCTOBER, BERLIN);

        assertThat(summary.headline())
                .isEqualTo(new Headline(
                        OCTOBER, 0, 0, 0, 0, 0, java.util.Optional.empty(), java.util.Optional.empty(), 0, 0));
        assertThat(summary.trackers()).isEmpty();
        assertThat(summary.emotions()).isEmpty();
    }

    @Test
    void countsTrackersThatExistAtTheMonthsEndInTheUsersZone() {
        MonthlySummary summary = someFacts()
                .tracker("before", "2026-09-30T21:59:59Z")
                .tracker("first instant of October in Berlin", "2026-09-30T22:00:00Z")
                .tracker("last instant of October in Berlin", "2026-10-31T22:59:59.999999Z")
                .tracker("November", "2026-10-31T23:00:00Z")
                .of(OCTOBER, BERLIN);

        assertThat(summary.headline().totalTrackers()).isEqualTo(3);
        assertThat(summary.headline().trackersCreated()).isEqualTo(2);
        assertThat(summary.previous().totalTrackers()).isEqualTo(1);
    }

    @Test
    void theSameInstantsBelongToOtherMonthsInOtherZones() {
        Facts facts = someFacts().login("2026-10-31T23:30:00Z").login("2026-11-01T09:30:00Z");

        assertThat(facts.of(OCTOBER, ZoneId.of("UTC")).headline().loginCount()).isEqualTo(1);
        assertThat(facts.of(OCTOBER, ZoneId.of("Pacific/Kiritimati")).headline().loginCount())
                .isZero();
        assertThat(facts.of(OCTOBER, ZoneId.of("Pacific/Pago_Pago")).headline().loginCount())
                .isEqualTo(2);
    }

    @Test
    void aBackDatedLogCountsOnItsDayButIsCreatedWhenItWasWritten() {
        MonthlySummary october = someFacts()
                .tracker("Sleep", "2026-09-01T00:00:00Z")
                .log("7.5", "2026-10-30", "2026-11-02T08:00:00Z")
                .of(OCTOBER, BERLIN);
        MonthlySummary november = someFacts()
                .tracker("Sleep", "2026-09-01T00:00:00Z")
                .log("7.5", "2026-10-30", "2026-11-02T08:00:00Z")
                .of(OCTOBER.plusMonths(1), BERLIN);

        assertThat(october.headline().logCount()).isEqualTo(1);
        assertThat(october.headline().activeDays()).isEqualTo(1);
        assertThat(october.headline().logsCreated()).isZero();
        assertThat(october.headline().totalLogs()).isZero();
        assertThat(november.headline().logCount()).isZero();
        assertThat(november.headline().logsCreated()).isEqualTo(1);
        assertThat(november.headline().totalLogs()).isEqualTo(1);
        assertThat(november.previous().logCount()).isEqualTo(1);
    }

    @Test
    void aNoBreaksAStreakAndASkippedDayDoesNot() {
        MonthlySummary summary = someFacts()
                .tracker("Meditated", "BOOLEAN", "2026-09-01T00:00:00Z")
                .log("1", "2026-10-01")
                .skipped("2026-10-02")
                .log("1", "2026-10-03")
                .log("0", "2026-10-04")
                .log("0", "2026-10-05")
                .log("1", "2026-10-05")
                .of(OCTOBER, BERLIN);
        TrackerMonth month = summary.trackers().get(0);

        assertThat(month.streak()).isEqualTo(2);
        assertThat(month.yesDays()).isEqualTo(3);
        assertThat(month.noDays()).isEqualTo(1);
        assertThat(month.figures()).isEmpty();
        assertThat(month.notes()).isEmpty();
    }

    @Test
    void countsChoicesTheMostFrequentFirst() {
        MonthlySummary summary = someFacts()
                .tracker("Tea", "CHOICE", "2026-09-01T00:00:00Z")
                .chosen("Black", "2026-10-01")
                .chosen("Green", "2026-10-01")
                .chosen("Assam", "2026-10-02")
                .chosen("Green", "2026-10-03")
                .skipped("2026-10-04")
                .of(OCTOBER, BERLIN);

        assertThat(summary.trackers().get(0).choices().keySet()).containsExactly("Green", "Assam", "Black");
        assertThat(summary.trackers().get(0).choices()).containsEntry("Green", 2);
    }

    @Test
    void theStoredDayCountsWhateverTheZoneIsNow() {
        Facts facts =
                someFacts().tracker("Sleep", "2026-09-01T00:00:00Z").log("7", "2026-10-31", "2026-11-01T05:00:00Z");

        assertThat(facts.of(OCTOBER, ZoneId.of("Pacific/Kiritimati")).headline().logCount())
                .isEqualTo(1);
        assertThat(facts.of(OCTOBER, ZoneId.of("America/Los_Angeles"))
                        .headline()
                        .logCount())
                .isEqualTo(1);
    }

    @Test
    void addsUpDigitByDigit() {
        TrackerMonth tracker = someFacts()
                .tracker("Money", "2026-09-01T00:00:00Z")
                .log("0.1", "2026-10-01")
                .log("0.2", "2026-10-02")
                .log("-12.50", "2026-10-03")
                .log("99999999999999999999.0000000001", "2026-10-04")
                .of(OCTOBER, BERLIN)
                .trackers()
                .get(0);

        assertThat(tracker.figures())
                .contains(new Figures(
                        4,
                        new BigDecimal("99999999999999999986.8000000001"),
                        new BigDecimal("24999999999999999996.7000000000"),
                        new BigDecimal("-12.50"),
                        new BigDecimal("99999999999999999999.0000000001")));
    }

    @Test
    void noDataSkippedAndZeroAreThreeDifferentThings() {
        Facts facts = someFacts().tracker("Zero", "2026-09-01T00:00:00Z").log("0", "2026-10-05");
        facts.tracker("Skipped", "2026-09-02T00:00:00Z").skipped("2026-10-05");
        facts.tracker("Nothing", "2026-09-03T00:00:00Z");

        var trackers = facts.of(OCTOBER, BERLIN).trackers();

        assertThat(trackers).extracting(one -> one.tracker().name()).containsExactly("Zero", "Skipped", "Nothing");
        assertThat(trackers.get(0).figures().orElseThrow().sum()).isEqualByComparingTo("0");
        assertThat(trackers.get(0).streak()).isEqualTo(1);
        assertThat(trackers.get(1).figures()).isEmpty();
        assertThat(trackers.get(1).skippedCount()).isEqualTo(1);
        assertThat(trackers.get(1).streak()).isZero();
        assertThat(trackers.get(2).figures()).isEmpty();
        assertThat(trackers.get(2).logCount()).isZero();
    }

    @Test
    void aSkippedDayNeitherBreaksNorLengthensAStreak() {
        TrackerMonth tracker = someFacts()
                .tracker("Run", "2026-09-01T00:00:00Z")
                .log("1", "2026-10-01")
                .log("1", "2026-10-02")
                .skipped("2026-10-03")
                .log("1", "2026-10-04")
                .log("1", "2026-10-06")
                .of(OCTOBER, BERLIN)
                .trackers()
                .get(0);

        assertThat(tracker.streak()).isEqualTo(3);
    }

    @Test
    void theMostUsedTrackerIsTheEarliestOfEqualOnes() {
        Facts facts = someFacts().tracker("younger", "2026-09-02T00:00:00Z").log("1", "2026-10-01");
        facts.tracker("older", "2026-09-01T00:00:00Z").log("1", "2026-10-01");
        facts.tracker("unused", "2026-08-01T00:00:00Z");

        assertThat(facts.of(OCTOBER, BERLIN)
                        .headline()
                        .mostUsed()
                        .orElseThrow()
                        .tracker()
                        .name())
                .isEqualTo("older");
    }

    @Test
    void blankEmotionsAreNoneAndTiesGoByName() {
        Facts facts = someFacts().tracker("Mood", "2026-09-01T00:00:00Z");
        facts.feeling("SAD", "2026-10-01").feeling("CALM", "2026-10-02").feeling("  ", "2026-10-03");
        facts.feeling(null, "2026-10-04");

        MonthlySummary summary = facts.of(OCTOBER, BERLIN);

        assertThat(summary.emotions()).containsExactly(Map.entry("CALM", 1), Map.entry("SAD", 1));
        assertThat(summary.headline().feeling()).contains("CALM");
    }

    @Test
    void anArchivedTrackerStaysInTheMonthsThatUsedIt() {
        Facts facts = someFacts().archived("used", "2026-08-01T00:00:00Z").log("1", "2026-10-01");
        facts.archived("idle", "2026-08-02T00:00:00Z");

        assertThat(facts.of(OCTOBER, BERLIN).trackers())
                .extracting(one -> one.tracker().name())
                .containsExactly("used");
    }

    @Test
    void aNoteThatLooksLikeANumberIsNotAddedUp() {
        TrackerMonth tracker = someFacts()
                .tracker("Journal", "NOTE", "2026-09-01T00:00:00Z")
                .log("42", "2026-10-01")
                .of(OCTOBER, BERLIN)
                .trackers()
                .get(0);

        assertThat(tracker.figures()).isEmpty();
        assertThat(tracker.logCount()).isEqualTo(1);
    }

    @Test
    void theLeapDayBelongsToFebruary() {
        MonthlySummary summary = someFacts()
                .tracker("Sleep", "2028-01-01T00:00:00Z")
                .log("8", "2028-02-29")
                .log("8", "2028-02-28")
                .log("8", "2028-03-01")
                .of(YearMonth.of(2028, 2), BERLIN);

        assertThat(summary.headline().logCount()).isEqualTo(2);
        assertThat(summary.trackers().get(0).streak()).isEqualTo(2);
    }

    @Test
    void monthsFollowTheClockThroughSummerTime() {
        MonthSpan march = new MonthSpan(YearMonth.of(2026, 3), BERLIN);
        MonthSpan october = new MonthSpan(OCTOBER, BERLIN);

        assertThat(march.start()).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(march.end()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(october.start()).isEqualTo(Instant.parse("2026-09-30T22:00:00Z"));
        assertThat(october.end()).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
    }

    @Test
    void aMonthBeginsAtTheFirstInstantThatExists() {
        MonthSpan jumped = new MonthSpan(YearMonth.of(2011, 10), ZoneId.of("America/Asuncion"));

        assertThat(jumped.start())
                .isEqualTo(LocalDate.of(2011, 10, 1).atStartOfDay(jumped.zone()).toInstant());
        assertThat(jumped.contains(jumped.start())).isTrue();
        assertThat(jumped.contains(jumped.start().minusNanos(1))).isFalse();
        assertThat(jumped.previous().end()).isEqualTo(jumped.start());
    }

    private static Facts someFacts() {
        return new Facts();
    }
}
