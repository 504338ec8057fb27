package org.tallybook.tracker.stats.domain;

import java.util.Arrays;
import java.util.List;
import org.tallybook.tracker.tracker.domain.Schedule;

/** Which days of a timeline the schedule was kept on: the done ones, and all of every window that is full. */
final class KeptDays {

    private final Timeline timeline;
    private final int times;
    private final int days;
    private final boolean[] kept;
    /** The last day of the windows so far; none before the first. */
    private int end = Integer.MIN_VALUE / 2;

    KeptDays(Timeline timeline, Schedule.Frequency frequency) {
        this.timeline = timeline;
        this.times = frequency.times();
        this.days = frequency.days();
        this.kept = new boolean[timeline.length()];
    }

    boolean[] all() {
        List<Integer> done = timeline.done();
        done.forEach(day -> kept[day] = true);
        for (int i = 0; i + times <= done.size(); i++) {
            int first = done.get(i);
            int last = done.get(i + times - 1);
            if (last - first < days) {
                fill(first, last);
            }
        }
        return kept;
    }

    /** Moves the window back to the end of the one before, if it still reaches its last done day then. */
    private void fill(int first, int last) {
        boolean joins = first > end + 1 && last - days < end + 1;
        int begin = joins ? end + 1 : first;
        end = Math.max(end, begin + days - 1);
        Arrays.fill(kept, begin, Math.min(begin + days, kept.length), true);
    }
}
