package org.tallybook.report.monthly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** October 2026 begins on a Thursday; its first full week ends on Sunday the 11th. */
class GoalCheckTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String SINCE_SUMMER = "2026-07-01T00:00:00Z";

    private static Facts goal(String type, String goal) {
        return planned(type, goal, Set.of(), List.of(), SINCE_SUMMER);
    }

    private static Facts planned(
            String type, String goal, Set<DayOfWeek> weekdays, List<Plan.Pause> pauses, String created) {
        String[] parts = goal.split(" ");
        Optional<Goal> read = Goal.of(parts[0], new BigDecimal(parts[1]), parts[2]);
        return new Facts().planned("t", type, new Plan(read, weekdays, pauses), created);
    }

    private static Optional<Boolean> met(Facts facts) {
        return facts.of(OCTOBER, BERLIN).trackers().get(0).goalMet();
    }

    private static Optional<Boolean> met(Facts facts, int today) {
        return facts.of(OCTOBER, BERLIN, OCTOBER.atDay(today)).trackers().get(0).goalMet();
    }

    @Test
    void withoutAGoalThereIsNothingToMeet() {
        assertThat(met(new Facts().tracker("t", SINCE_SUMMER).log("1", "2026-10-01")))
                .isEmpty();
        assertThat(Goal.of("ABOUT", BigDecimal.ONE, "DAY")).isEmpty();
    }

    @Test
    void aMonthIsJudgedAsFarAsItHasCome() {
        Facts facts =
                goal("NUMERIC", "AT_LEAST 10.5 MONTH").log("10", "2026-10-01").log("0.5", "2026-10-20");

        assertThat(met(facts)).contains(true);
        assertThat(met(goal("NUMERIC", "AT_LEAST 10.51 MONTH").log("10.5", "2026-10-01")))
                .contains(false);
        assertThat(met(goal("NUMERIC", "AT_MOST 10.5 MONTH").log("10.50", "2026-10-01")))
                .contains(true);
        assertThat(met(goal("NUMERIC", "AT_MOST 10 MONTH"))).contains(true);
        assertThat(met(goal("NUMERIC", "AT_LEAST -5 MONTH").log("-5", "2026-10-01")))
                .contains(true);
    }

    @Test
    void aWeekBelongsToTheMonthItEndsIn() {
        Facts facts = goal("DURATION", "AT_LEAST 3600 WEEK").log("3600", "2026-09-28");

        assertThat(met(facts, 4)).isEmpty();
        assertThat(met(facts, 5)).contains(true);
        assertThat(met(facts, 12)).contains(false);
        facts.log("1800", "2026-10-05").log("1800", "2026-10-11");
        assertThat(met(facts, 12)).contains(true);
    }

    @Test
    void everyDayThatIsOverAndDueIsJudged() {
        Facts facts = goal("NOTE", "AT_LEAST 1 DAY")
                .log("x", "2026-10-01")
                .skipped("2026-10-02")
                .log("y", "2026-10-03");

        assertThat(met(facts, 4)).contains(true);
        assertThat(met(facts, 5)).contains(false);
    }

    @Test
    void pausesAndOtherWeekdaysAreNotDue() {
        List<Plan.Pause> pauses = List.of(Plan.Pause.parse("2026-10-06/2026-10-08"), Plan.Pause.parse("2026-10-12/.."));
        Facts facts = planned("BOOLEAN", "AT_LEAST 1 DAY", Set.of(DayOfWeek.FRIDAY), pauses, SINCE_SUMMER)
                .log("1", "2026-10-02")
                .log("1", "2026-10-09");

        assertThat(met(facts)).contains(true);
        assertThat(facts.of(OCTOBER, BERLIN).trackers().get(0).streak()).isEqualTo(2);
        assertThat(met(facts.log("0", "2026-10-02"))).contains(true);
    }

    @Test
    void aNoDoesNotCount() {
        assertThat(met(goal("BOOLEAN", "AT_LEAST 1 MONTH").log("0", "2026-10-02")))
                .contains(false);
        assertThat(met(goal("BOOLEAN", "AT_MOST 0 MONTH").log("0", "2026-10-02")))
                .contains(true);
    }

    @Test
    void aRatingIsJudgedByItsAverageAndNotWithoutOne() {
        assertThat(met(goal("RATING", "AT_LEAST 6 MONTH").log("5", "2026-10-02").log("7", "2026-10-03")))
                .contains(true);
        assertThat(met(goal("RATING", "AT_LEAST 6 MONTH"))).isEmpty();
    }

    @Test
    void daysBeforeTheTrackerAreNobodysFault() {
        Facts made = planned("NOTE", "AT_LEAST 1 DAY", Set.of(), List.of(), "2026-10-30T10:00:00Z");

        assertThat(met(made.log("x", "2026-10-30").log("x", "2026-10-31"))).contains(true);
        assertThat(met(made.log("x", "2026-10-28"))).contains(false);
    }
}
