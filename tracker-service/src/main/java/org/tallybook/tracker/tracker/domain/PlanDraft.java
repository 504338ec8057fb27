package org.tallybook.tracker.tracker.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.field.Constants;

/** A plan as a client describes it, not yet checked. {@code null} is "not given". */
public record PlanDraft(
        @Nullable GoalDraft goal,
        @Nullable ScheduleDraft schedule,
        @Nullable List<@Nullable PauseDraft> pauses) {

    static final PlanDraft NONE = new PlanDraft(null, null, null);
    static final int MOST_PAUSES = 100;

    private static final int LATEST_YEAR = 9999;

    /** A schedule as a client describes it: times and days, or weekdays. */
    public record ScheduleDraft(
            @Nullable Integer times,
            @Nullable Integer days,
            @Nullable List<@Nullable String> weekdays) {}

    /** A pause as a client describes it, with ISO-8601 days. */
    public record PauseDraft(
            @Nullable String from, @Nullable String to) {}

    /**
     * The plan of a tracker; of use only if no fault was noted.
     *
     * @param type of the tracker, null if it is not known
     */
    Plan read(@Nullable TrackerType type, FieldErrors errors) {
        return new Plan(
                goal == null ? null : goal.read(type, errors),
                schedule == null ? null : readSchedule(schedule, errors),
                readPauses(pauses == null ? List.of() : pauses, errors));
    }

    private static @Nullable Schedule readSchedule(ScheduleDraft draft, FieldErrors errors) {
        if (draft.weekdays() != null) {
            errors.addIf(draft.times() != null, "schedule.times", FieldCode.NOT_ALLOWED);
            errors.addIf(draft.days() != null, "schedule.days", FieldCode.NOT_ALLOWED);
            return readWeekdays(draft.weekdays(), errors);
        }
        errors.addIf(draft.times() == null, "schedule.times", FieldCode.REQUIRED);
        errors.addIf(draft.days() == null, "schedule.days", FieldCode.REQUIRED);
        if (draft.times() == null || draft.days() == null) {
            return null;
        }
        boolean fits = draft.days() >= 1 && draft.days() <= Schedule.Frequency.LONGEST;
        errors.addIf(!fits, "schedule.days", FieldCode.OUT_OF_RANGE, 1, Schedule.Frequency.LONGEST);
        boolean often = draft.times() < 1 || fits && draft.times() > draft.days();
        errors.addIf(often, "schedule.times", FieldCode.OUT_OF_RANGE, 1, fits ? draft.days() : 1);
        return new Schedule.Frequency(draft.times(), draft.days());
    }

    private static Schedule readWeekdays(List<@Nullable String> names, FieldErrors errors) {
        errors.addIf(names.isEmpty(), "schedule.weekdays", FieldCode.REQUIRED);
        var days = new ArrayList<DayOfWeek>();
        for (int i = 0; i < names.size(); i++) {
            String field = "schedule.weekdays[" + i + "]";
            DayOfWeek day = Constants.read(field, names.get(i), DayOfWeek.class, errors);
            errors.addIf(day != null && days.contains(day), field, FieldCode.DUPLICATE);
            if (day != null) {
                days.add(day);
            }
        }
        return new Schedule.Weekdays(days);
    }

    private static List<Pause> readPauses(List<@Nullable PauseDraft> drafts, FieldErrors errors) {
        errors.addIf(drafts.size() > MOST_PAUSES, "pauses", FieldCode.TOO_LONG, MOST_PAUSES);
        var pauses = new ArrayList<Pause>();
        for (int i = 0; i < drafts.size(); i++) {
            Pause pause = readPause("pauses[" + i + "]", drafts.get(i), errors);
            if (pause != null) {
                pauses.add(pause);
            }
        }
        pauses.sort(Comparator.comparing(Pause::from));
        for (int i = 1; i < pauses.size(); i++) {
            boolean apart = pauses.get(i - 1).endsBefore(pauses.get(i));
            errors.addIf(!apart, "pauses", FieldCode.DUPLICATE);
        }
        return pauses;
    }

    private static @Nullable Pause readPause(String field, @Nullable PauseDraft draft, FieldErrors errors) {
        if (draft == null) {
            errors.add(field, FieldCode.REQUIRED);
            return null;
        }
        errors.addIf(draft.from() == null, field + ".from", FieldCode.REQUIRED);
        LocalDate from = day(field + ".from", draft.from(), errors);
        LocalDate to = day(field + ".to", draft.to(), errors);
        if (from == null) {
            return null;
        }
        errors.addIf(to != null && to.isBefore(from), field + ".to", FieldCode.OUT_OF_RANGE, from, "9999-12-31");
        return new Pause(from, to);
    }

    private static @Nullable LocalDate day(String field, @Nullable String text, FieldErrors errors) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            boolean plausible = day.getYear() >= 1 && day.getYear() <= LATEST_YEAR;
            errors.addIf(!plausible, field, FieldCode.INVALID_FORMAT);
            return plausible ? day : null;
        } catch (DateTimeException malformed) {
            errors.add(field, FieldCode.INVALID_FORMAT);
            return null;
        }
    }
}
