package org.tallybook.tracker.tracker.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.tracker.tracker.domain.Goal;
import org.tallybook.tracker.tracker.domain.Pause;
import org.tallybook.tracker.tracker.domain.Plan;
import org.tallybook.tracker.tracker.domain.Schedule;

/** The columns of a plan. Pauses are ISO-8601 intervals of days, an open end written as two points (ISO 8601-2). */
@Embeddable
@NullUnmarked
class PlanColumns {

    private static final String OPEN = "..";

    @Column(name = "goal_kind")
    String goalKind;

    @Column(name = "goal_target")
    BigDecimal goalTarget;

    @Column(name = "goal_period")
    String goalPeriod;

    @Column(name = "schedule_times")
    Short scheduleTimes;

    @Column(name = "schedule_days")
    Short scheduleDays;

    @Column(name = "schedule_weekdays")
    String[] scheduleWeekdays;

    String[] pauses;

    static PlanColumns of(Plan plan) {
        PlanColumns columns = new PlanColumns();
        if (plan.goal() != null) {
            columns.goalKind = plan.goal().kind().name();
            columns.goalTarget = plan.goal().target();
            columns.goalPeriod = plan.goal().period().name();
        }
        if (plan.schedule() instanceof Schedule.Frequency frequency) {
            columns.scheduleTimes = (short) frequency.times();
            columns.scheduleDays = (short) frequency.days();
        } else if (plan.schedule() instanceof Schedule.Weekdays weekdays) {
            columns.scheduleWeekdays = weekdays.days().stream().map(Enum::name).toArray(String[]::new);
        }
        columns.pauses = plan.pauses().stream().map(PlanColumns::interval).toArray(String[]::new);
        return columns;
    }

    Plan toPlan() {
        Goal goal = goalKind == null
                ? null
                : new Goal(Goal.Kind.valueOf(goalKind), goalTarget, Goal.Period.valueOf(goalPeriod));
        return new Plan(
                goal, schedule(), Arrays.stream(pauses).map(PlanColumns::pause).toList());
    }

    private Schedule schedule() {
        if (scheduleTimes != null) {
            return new Schedule.Frequency(scheduleTimes, scheduleDays);
        }
        if (scheduleWeekdays == null) {
            return null;
        }
        List<DayOfWeek> days =
                Arrays.stream(scheduleWeekdays).map(DayOfWeek::valueOf).toList();
        return new Schedule.Weekdays(days);
    }

    private static String interval(Pause pause) {
        return pause.from() + "/" + (pause.to() == null ? OPEN : pause.to());
    }

    private static Pause pause(String interval) {
        String[] ends = interval.split("/", -1);
        return new Pause(LocalDate.parse(ends[0]), ends[1].equals(OPEN) ? null : LocalDate.parse(ends[1]));
    }
}
