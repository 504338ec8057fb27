package org.tallybook.tracker.stats.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tallybook.tracker.tracker.domain.Plan;
import org.tallybook.tracker.tracker.domain.Schedule;

/**
 * The days that count, numbered from 0: every day from the first done one to today except those on which nothing is
 * due, which are skipped, paused, or not among the scheduled weekdays. A done day always counts.
 *
 * @param length how many days count
 * @param done the numbers of the done days, ascending
 * @param open the number of the first counted day that is not over: today's, or {@code length} when nothing is due today
 */
record Timeline(int length, List<Integer> done, int open) {

    static Timeline of(TrackedDays days, Plan plan, LocalDate today) {
        var done = new ArrayList<Integer>();
        int length = 0;
        int open = 0;
        LocalDate first = days.done().stream().min(LocalDate::compareTo).orElse(today.plusDays(1));
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            open = length;
            if (days.done().contains(day)) {
                done.add(length++);
            } else if (isDue(day, days, plan)) {
                length++;
            }
        }
        return new Timeline(length, List.copyOf(done), open);
    }

    private static boolean isDue(LocalDate day, TrackedDays days, Plan plan) {
        boolean onSchedule = !(plan.schedule() instanceof Schedule.Weekdays weekdays)
                || weekdays.days().contains(day.getDayOfWeek());
        return onSchedule
                && !days.skipped().contains(day)
                && plan.pauses().stream().noneMatch(pause -> pause.contains(day));
    }
}
