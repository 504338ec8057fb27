package org.tallybook.tracker.tracker.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.tracker.domain.PlanDraft.PauseDraft;
import org.tallybook.tracker.tracker.domain.PlanDraft.ScheduleDraft;

class PlanDraftTest {

    private static PlanDraft goal(String kind, Object target, String period) {
        return new PlanDraft(new GoalDraft(kind, target, period), null, null);
    }

    private static PlanDraft schedule(Integer times, Integer days, String... weekdays) {
        List<String> names = weekdays.length == 0 ? null : Arrays.asList(weekdays);
        return new PlanDraft(null, new ScheduleDraft(times, days, names), null);
    }

    /** Pauses written as {@code from/to}, an open one as {@code from/}. */
    private static PlanDraft pauses(String... intervals) {
        return new PlanDraft(
                null,
                null,
                Arrays.stream(intervals)
                        .map(text -> text.split("/", -1))
                        .map(ends -> new PauseDraft(ends[0], ends[1].isEmpty() ? null : ends[1]))
                        .toList());
    }

    private static List<String> faults(TrackerType type, PlanDraft draft) {
        FieldErrors errors = new FieldErrors();
        draft.read(type, errors);
        return errors.asList().stream()
                .map(error -> error.field() + " " + error.code().code())
                .toList();
    }

    private static Plan plan(TrackerType type, PlanDraft draft) {
        assertThat(faults(type, draft)).isEmpty();
        return draft.read(type, new FieldErrors());
    }

    @ParameterizedTest
    @CsvSource({
        "NUMERIC, -12.50, -12.50",
        "NUMERIC, 0.00, 0.00",
        "RATING, 7.25, 7.25",
        "DURATION, 7:30, 27000",
        "DURATION, PT0.5S, 0.5",
        "NOTE, 3, 3",
        "BOOLEAN, 0, 0",
        "CHOICE, 1000000, 1000000"
    })
    void aTargetIsKeptDigitByDigit(TrackerType type, String sent, BigDecimal kept) {
        Goal goal = plan(type, goal("AT_LEAST", sent, "WEEK")).goal();

        assertThat(goal).isEqualTo(new Goal(Goal.Kind.AT_LEAST, kept, Goal.Period.WEEK));
    }

    @ParameterizedTest
    @CsvSource({
        "NOTE, 1.5, invalid-format",
        "BOOLEAN, -1, out-of-range",
        "CHOICE, 1000001, out-of-range",
        "RATING, -0.1, out-of-range",
        "DURATION, -1:00, out-of-range",
        "DURATION, soon, invalid-format",
        "NUMERIC, 1e3, invalid-format",
        "NUMERIC, , required"
    })
    void refusesATargetThatTheTypeCannotReach(TrackerType type, String sent, String fault) {
        assertThat(faults(type, goal("AT_MOST", sent, "DAY"))).containsExactly("goal.target " + fault);
    }

    @Test
    void aGoalIsWholeOrNone() {
        assertThat(faults(TrackerType.NOTE, goal(null, null, null)))
                .containsExactly("goal.kind required", "goal.period required", "goal.target required");
        assertThat(faults(TrackerType.NOTE, goal("at_least", true, "YEAR")))
                .containsExactly("goal.kind invalid-value", "goal.period invalid-value", "goal.target wrong-type");
    }

    @Test
    void aScheduleIsAFrequencyOrWeekdays() {
        assertThat(plan(TrackerType.NOTE, schedule(3, 7)).schedule()).isEqualTo(new Schedule.Frequency(3, 7));
        assertThat(plan(TrackerType.NOTE, schedule(null, null, "FRIDAY", "MONDAY"))
                        .schedule())
                .isEqualTo(new Schedule.Weekdays(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
        assertThat(faults(TrackerType.NOTE, schedule(3, 7, "FRIDAY")))
                .containsExactly("schedule.times not-allowed", "schedule.days not-allowed");
        assertThat(faults(TrackerType.NOTE, schedule(null, null)))
                .containsExactly("schedule.times required", "schedule.days required");
        assertThat(faults(TrackerType.NOTE, new PlanDraft(null, new ScheduleDraft(null, null, List.of()), null)))
                .containsExactly("schedule.weekdays required");
    }

    @ParameterizedTest
    @CsvSource({"0, 7, times", "8, 7, times", "1, 0, days", "1, 366, days", "-2147483648, 2147483647, days"})
    void refusesAFrequencyThatCannotBe(int times, int days, String field) {
        assertThat(faults(TrackerType.NOTE, schedule(times, days))).contains("schedule." + field + " out-of-range");
    }

    @Test
    void pausesAreKeptInTheOrderOfTheirDays() {
        assertThat(plan(TrackerType.NOTE, pauses("2026-12-24/", "2026-11-01/2026-11-01"))
                        .pauses())
                .containsExactly(
                        new Pause(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1)),
                        new Pause(LocalDate.of(2026, 12, 24), null));
    }

    @Test
    void noTwoPausesShareADay() {
        assertThat(faults(TrackerType.NOTE, pauses("2026-11-01/2026-11-03", "2026-11-03/2026-11-05")))
                .containsExactly("pauses duplicate");
        assertThat(faults(TrackerType.NOTE, pauses("2026-11-01/", "2027-01-01/")))
                .containsExactly("pauses duplicate");
        assertThat(faults(TrackerType.NOTE, pauses("2026-11-01/2026-11-03", "2026-11-04/2026-11-05")))
                .isEmpty();
    }

    @Test
    void refusesAPauseThatCannotBe() {
        assertThat(faults(TrackerType.NOTE, pauses("2026-11-03/2026-11-02", "2026-02-30/", "+10000-01-01/", "x/y")))
                .containsExactly(
                        "pauses[0].to out-of-range",
                        "pauses[1].from invalid-format",
                        "pauses[2].from invalid-format",
                        "pauses[3].from invalid-format",
                        "pauses[3].to invalid-format");
        List<PauseDraft> many = Collections.nCopies(101, new PauseDraft(null, null));
        assertThat(faults(TrackerType.NOTE, new PlanDraft(null, null, many))).contains("pauses too-long");
    }
}
