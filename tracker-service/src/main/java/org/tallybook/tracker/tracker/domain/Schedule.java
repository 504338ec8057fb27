package org.tallybook.tracker.tracker.domain;

import java.time.DayOfWeek;
import java.util.List;

/** When the user means to do it. A tracker without a schedule is meant for every day. */
public sealed interface Schedule {

    /**
     * So many days out of so many, whichever they are.
     *
     * @param times 1 to days
     * @param days 1 to 365
     */
    record Frequency(int times, int days) implements Schedule {

        public static final int LONGEST = 365;
    }

    /**
     * On fixed days of the week.
     *
     * @param days at least one, in the order of the week from Monday, each once
     */
    record Weekdays(List<DayOfWeek> days) implements Schedule {

        public Weekdays {
            days = days.stream().distinct().sorted().toList();
        }
    }
}
