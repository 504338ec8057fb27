package org.tallybook.tracker.stats.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.tracker.tracker.domain.Pause;
import org.tallybook.tracker.tracker.domain.Plan;
import org.tallybook.tracker.tracker.domain.Schedule;

class StreakTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final Plan DAILY = Plan.NONE;

    /** Days as signs from a Monday on: x done, s skipped, anything else nothing. The last sign is today. */
    private static Streak streak(String signs, Plan plan) {
        LocalDate today = MONDAY.plusDays(signs.length() - 1L);
        return Streak.of(new TrackedDays(marked(signs, 'x'), marked(signs, 's')), plan, today);
    }

    private static Set<LocalDate> marked(String signs, char mark) {
        return IntStream.range(0, signs.length())
                .filter(day -> signs.charAt(day) == mark)
                .mapToObj(MONDAY::plusDays)
                .collect(Collectors.toSet());
    }

    private static Plan per(int times, int days) {
        return new Plan(null, new Schedule.Frequency(times, days), List.of());
    }

    private static Plan on(DayOfWeek... days) {
        return new Plan(null, new Schedule.Weekdays(List.of(days)), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0",
        "---, 0, 0",
        "x, 1, 1",
        "xx-, 2, 2",
        "xx--, 0, 2",
        "xxx-xx, 2, 3",
        "xxsxx, 4, 4",
        "xxs, 2, 2",
        "xxss-, 2, 2",
        "xx-ss, 0, 2",
        "sssx, 1, 1"
    })
    void countsDaysInARow(String signs, int current, int longest) {
        LocalDate today = MONDAY.plusDays(Math.max(0, signs.length() - 1L));
        TrackedDays days = new TrackedDays(marked(signs, 'x'), marked(signs, 's'));

        assertThat(Streak.of(days, DAILY, today)).isEqualTo(new Streak(current, longest));
    }

    @ParameterizedTest
    @CsvSource({
        // once a week: a done day keeps the six after it
        "1, 7, x------, 7, 7",
        "1, 7, x, 1, 1",
        "1, 7, x-------------, 7, 7",
        "1, 7, x--------------, 0, 7",
        "1, 7, x------------x, 14, 14",
        // every second day
        "1, 2, x-x-x-, 6, 6",
        "1, 2, x-x--x, 6, 6",
        "1, 2, x-x---x, 1, 4",
        // three times a week, early in one and late in the other
        "3, 7, xxx--------, 7, 7",
        "3, 7, xxx-----------, 0, 7",
        "3, 7, xxx--------xxx, 14, 14",
        "3, 7, xxx---------xx, 2, 7",
        "3, 7, x-x, 1, 1",
        "3, 7, x-x-x, 5, 5"
    })
    void countsDaysOfFullWindows(int times, int days, String signs, int current, int longest) {
        assertThat(streak(signs, per(times, days))).isEqualTo(new Streak(current, longest));
    }

    @Test
    void onlyScheduledWeekdaysAreDue() {
        Plan plan = on(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);

        assertThat(streak("x-x-x--x-", plan)).isEqualTo(new Streak(4, 4));
        assertThat(streak("x-x----x-", plan)).isEqualTo(new Streak(1, 2));
        assertThat(streak("xxx-x", plan)).isEqualTo(new Streak(4, 4));
    }

    @Test
    void aPauseKeepsAStreakOpenEndedOrNot() {
        Plan holiday = new Plan(null, null, List.of(new Pause(MONDAY.plusDays(2), MONDAY.plusDays(4))));
        Plan illness = new Plan(null, null, List.of(new Pause(MONDAY.plusDays(2), null)));

        assertThat(streak("xx---xx", holiday)).isEqualTo(new Streak(4, 4));
        assertThat(streak("xx---", holiday)).isEqualTo(new Streak(2, 2));
        assertThat(streak("xx-x-xx", holiday)).isEqualTo(new Streak(5, 5));
        assertThat(streak("xx---------------", illness)).isEqualTo(new Streak(2, 2));
        assertThat(streak("x----------------", illness)).isEqualTo(new Streak(0, 1));
    }

    @Test
    void aPauseStretchesAWindow() {
        Plan plan = new Plan(
                null, new Schedule.Frequency(1, 7), List.of(new Pause(MONDAY.plusDays(3), MONDAY.plusDays(22))));

        assertThat(streak("x" + "-".repeat(28) + "x", plan)).isEqualTo(new Streak(10, 10));
    }

    @Test
    void whatIsDatedAheadDoesNotCountYet() {
        TrackedDays days = new TrackedDays(Set.of(MONDAY, MONDAY.plusDays(1)), Set.of());

        assertThat(Streak.of(days, DAILY, MONDAY)).isEqualTo(new Streak(1, 1));
    }

    @Property
    void aDailyStreakIsTheNumberOfDaysInARow(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        String signs = signs(new Random(seed), length);
        int run = 0;
        int longest = 0;
        int beforeToday = 0;
        for (int day = 0; day < length; day++) {
            beforeToday = day == length - 1 ? run : beforeToday;
            run = signs.charAt(day) == 'x' ? run + 1 : signs.charAt(day) == 's' ? run : 0;
            longest = Math.max(longest, run);
        }

        assertThat(streak(signs, DAILY)).isEqualTo(new Streak(Math.max(run, beforeToday), longest));
    }

    @Property
    void whoKeepsEveryWeekKeepsTheStreak(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int times,
            @ForAll @IntRange(min = 1, max = 20) int weeks) {
        Random random = new Random(seed);
        Set<LocalDate> done = new HashSet<>();
        for (int week = 0; week < weeks; week++) {
            Set<Integer> days = new HashSet<>();
            while (days.size() < times) {
                days.add(random.nextInt(7));
            }
            LocalDate first = MONDAY.plusWeeks(week);
            days.forEach(day -> done.add(first.plusDays(day)));
        }
        LocalDate today = MONDAY.plusWeeks(weeks).minusDays(1);
        LocalDate start = done.stream().min(LocalDate::compareTo).orElseThrow();

        Streak streak = Streak.of(new TrackedDays(done, Set.of()), per(times, 7), today);

        int whole = (int) (today.toEpochDay() - start.toEpochDay() + 1);
        assertThat(streak).isEqualTo(new Streak(whole, whole));
    }

    @Property
    void skippingADayThatWasMissedNeverShortensAStreak(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
        String signs = signs(new Random(seed), length);
        String skipped = signs.replaceFirst("-", "s");

        assertThat(streak(skipped, DAILY).longest())
                .isGreaterThanOrEqualTo(streak(signs, DAILY).longest());
        assertThat(streak(skipped, DAILY).current())
                .isGreaterThanOrEqualTo(streak(signs, DAILY).current());
    }

    private static String signs(Random random, int length) {
        return random.ints(length, 0, 6)
                .mapToObj(sign -> sign < 4 ? "x" : sign == 4 ? "-" : "s")
                .collect(Collectors.joining());
    }
}
