package org.tallybook.tracker.stats.domain;

import java.time.LocalDate;
import org.tallybook.tracker.tracker.domain.Plan;
import org.tallybook.tracker.tracker.domain.Schedule;

/**
 * How long the user has kept to a schedule, in days that count. A day counts unless it is skipped, paused, or no
 * scheduled weekday; such days neither break nor lengthen a streak. With <i>n times per m days</i> a day also counts as
 * kept when it lies in a window of m days with n done ones. Windows begin at their first done day, and are moved back as
 * far as they still hold all their done days if that joins them to the window before: who does it three times in
 * each week keeps the streak, whichever days of the week they are (as Loop Habit Tracker counts).
 *
 * @param current of the streak that can still go on today; 0 when it is broken
 * @param longest of all, the current one included
 */
public record Streak(int current, int longest) {

    public static final Streak NONE = new Streak(0, 0);

    private static final Schedule.Frequency DAILY = new Schedule.Frequency(1, 1);

    /**
     * @param today the user's present day, which is not over; later days do not count
     */
    public static Streak of(TrackedDays days, Plan plan, LocalDate today) {
        Timeline timeline = Timeline.of(days, plan, today);
        if (timeline.done().isEmpty()) {
            return NONE;
        }
        Schedule.Frequency frequency = plan.schedule() instanceof Schedule.Frequency given ? given : DAILY;
        boolean[] kept = new KeptDays(timeline, frequency).all();
        int longest = 0;
        int run = 0;
        int last = -1;
        int lastRun = 0;
        for (int day = 0; day < kept.length; day++) {
            run = kept[day] ? run + 1 : 0;
            if (kept[day]) {
                last = day;
                lastRun = run;
            }
            longest = Math.max(longest, run);
        }
        return new Streak(isAlive(timeline, frequency, last, lastRun) ? lastRun : 0, longest);
    }

    /** Whether doing it on every day from today on could still fill a window that joins the last run. */
    private static boolean isAlive(Timeline timeline, Schedule.Frequency frequency, int last, int run) {
        int n = frequency.times();
        int m = frequency.days();
        if (last + m - timeline.open() + 1 >= n) {
            return true;
        }
        int count = timeline.done().size();
        for (int i = count - 1; i >= 0 && timeline.done().get(i) > last - run; i--) {
            if (timeline.done().get(i) + m - timeline.open() >= n - (count - i)) {
                return true;
            }
        }
        return false;
    }
}
