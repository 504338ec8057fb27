package org.tallybook.tracker.tracker.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.field.NameKey;
import org.tallybook.tracker.field.TextRule;

/**
 * What a tracker measures, as a client describes it, and which of it each type of tracker has. {@code null} is "not
 * given".
 */
record Measure(
        @Nullable String whatToTrack,
        @Nullable String unit,
        @Nullable List<@Nullable String> choices,
        TrackerDraft.@Nullable ScaleDraft scale) {

    static final int MOST_CHOICES = 50;

    private static final TextRule WHAT_TO_TRACK = TextRule.line(100);
    private static final TextRule UNIT = TextRule.line(40);
    private static final TextRule CHOICE = TextRule.line(100);

    /** Notes the faults that are ones whatever the type. */
    void check(FieldErrors errors) {
        UNIT.allowLabel("unit", unit, errors);
        WHAT_TO_TRACK.allowLabel("whatToTrack", whatToTrack, errors);
        checkChoices(choices == null ? List.of() : choices, errors);
        if (scale != null) {
            checkScale(scale, errors);
        }
    }

    private static void checkChoices(List<@Nullable String> given, FieldErrors errors) {
        errors.addIf(given.size() > MOST_CHOICES, "choices", FieldCode.TOO_LONG, MOST_CHOICES);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "choices[" + i + "]";
            String choice = given.get(i);
            CHOICE.require(field, choice, errors);
            errors.addIf(choice != null && !seen.add(NameKey.of(choice)), field, FieldCode.DUPLICATE);
        }
    }

    private static void checkScale(TrackerDraft.ScaleDraft scale, FieldErrors errors) {
        errors.addIf(scale.min() == null, "scale.min", FieldCode.REQUIRED);
        errors.addIf(scale.max() == null, "scale.max", FieldCode.REQUIRED);
        if (scale.min() == null || scale.max() == null) {
            return;
        }
        boolean low = scale.min() < RatingScale.LOWEST || scale.min() >= RatingScale.HIGHEST;
        errors.addIf(low, "scale.min", FieldCode.OUT_OF_RANGE, RatingScale.LOWEST, RatingScale.HIGHEST - 1);
        boolean possible = low || RatingScale.isPossible(scale.min(), scale.max());
        errors.addIf(!possible, "scale.max", FieldCode.OUT_OF_RANGE, scale.min() + 1, RatingScale.HIGHEST);
    }

    /** Notes what a tracker of that type must have and what it cannot have. */
    void checkFor(TrackerType type, FieldErrors errors) {
        boolean numeric = type == TrackerType.NUMERIC;
        errors.addIf(numeric && whatToTrack == null, "whatToTrack", FieldCode.REQUIRED);
        errors.addIf(type == TrackerType.NOTE && whatToTrack != null, "whatToTrack", FieldCode.NOT_ALLOWED);
        errors.addIf(numeric && unit == null, "unit", FieldCode.REQUIRED);
        errors.addIf(!numeric && unit != null, "unit", FieldCode.NOT_ALLOWED);
        boolean choosing = type == TrackerType.CHOICE;
        boolean none = choices == null || choices.isEmpty();
        errors.addIf(choosing && none, "choices", FieldCode.REQUIRED);
        errors.addIf(!choosing && !none, "choices", FieldCode.NOT_ALLOWED);
        errors.addIf(type != TrackerType.RATING && scale != null, "scale", FieldCode.NOT_ALLOWED);
    }

    /** Narrower than what ratings were given on. */
    void checkWidens(RatingScale stored, FieldErrors errors) {
        boolean complete = scale != null && !errors.has("scale.min") && !errors.has("scale.max");
        errors.addIf(complete && !toScale().covers(stored), "scale", FieldCode.NOT_ALLOWED);
    }

    /** The scale of a rating tracker, once it was checked. */
    RatingScale toScale() {
        if (scale == null || scale.min() == null || scale.max() == null) {
            return RatingScale.ONE_TO_TEN;
        }
        return new RatingScale(scale.min(), scale.max());
    }
}
