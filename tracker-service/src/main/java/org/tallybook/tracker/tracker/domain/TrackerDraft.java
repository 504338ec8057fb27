package org.tallybook.tracker.tracker.domain;

import static org.tallybook.tracker.field.TextRule.line;
import static org.tallybook.tracker.field.TextRule.text;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.field.NameKey;
import org.tallybook.tracker.field.TextRule;

/** A tracker as a client describes it, not yet checked. {@code null} is "not given". */
public record TrackerDraft(
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable String whatToTrack,
        @Nullable String unit,
        @Nullable String color,
        @Nullable String icon,
        @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable String> choices,
        @Nullable ScaleDraft scale,
        @Nullable PlanDraft plan,
        @Nullable Boolean archived) {

    static final int MOST_TAGS = 20;

    private static final TextRule NAME = line(100);
    private static final TextRule DESCRIPTION = text(2_000);
    private static final TextRule ICON = line(64);
    private static final TextRule TAG = line(50);

    /** A hexadecimal colour or the name of one; nothing that could leave a style attribute. */
    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}|[A-Za-z][A-Za-z-]{0,31}");

    /** The scale of ratings as a client describes it. */
    public record ScaleDraft(
            @Nullable Integer min, @Nullable Integer max) {}

    /** Notes every fault there is. A missing type is one only for a new tracker. */
    public void check(FieldErrors errors) {
        NAME.require("name", strip(name), errors);
        DESCRIPTION.allow("description", description, errors);
        ICON.allowLabel("icon", icon, errors);
        errors.addIf(color != null && !COLOR.matcher(color).matches(), "color", FieldCode.INVALID_FORMAT);
        checkTags(errors);
        measure().check(errors);
        checkType(errors);
        readPlan(errors);
    }

    private Plan readPlan(FieldErrors errors) {
        TrackerType known = type == null ? null : TrackerType.named(type).orElse(null);
        return (plan == null ? PlanDraft.NONE : plan).read(known, errors);
    }

    private void checkTags(FieldErrors errors) {
        List<@Nullable String> given = tags == null ? List.of() : tags;
        errors.addIf(given.size() > MOST_TAGS, "tags", FieldCode.TOO_LONG, MOST_TAGS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "tags[" + i + "]";
            String tag = strip(given.get(i));
            TAG.require(field, tag, errors);
            errors.addIf(tag != null && !seen.add(NameKey.of(tag)), field, FieldCode.DUPLICATE);
        }
    }

    private void checkType(FieldErrors errors) {
        if (type == null) {
            return;
        }
        Optional<TrackerType> known = TrackerType.named(type);
        errors.addIf(known.isEmpty(), "type", FieldCode.INVALID_VALUE);
        known.ifPresent(type -> measure().checkFor(type, errors));
    }

    private Measure measure() {
        List<@Nullable String> stripped = choices == null
                ? null
                : choices.stream().map(TrackerDraft::strip).toList();
        return new Measure(strip(whatToTrack), strip(unit), stripped, scale);
    }

    /**
     * The definition of a new tracker.
     *
     * @throws Rejected {@code invalid-request} with all faulty fields
     */
    public TrackerDefinition toDefinition() {
        FieldErrors errors = new FieldErrors();
        errors.addIf(type == null, "type", FieldCode.REQUIRED);
        check(errors);
        errors.verify();
        return definition();
    }

    /**
     * The changed definition of a tracker. Its type and scale need not be repeated; the type cannot become another and
     * the scale only a wider one.
     *
     * @throws Rejected {@code invalid-request} with all faulty fields
     */
    public TrackerDefinition toDefinition(TrackerDefinition stored) {
        FieldErrors errors = new FieldErrors();
        boolean other = type != null && !type.equals(stored.type().name());
        errors.addIf(other, "type", FieldCode.NOT_ALLOWED);
        TrackerDraft complete =
                other ? withType(null) : withType(stored.type().name()).withScale(stored.scale());
        complete.check(errors);
        if (stored.scale() != null) {
            complete.measure().checkWidens(stored.scale(), errors);
        }
        errors.verify();
        return complete.definition();
    }

    private TrackerDefinition definition() {
        TrackerType checked = TrackerType.valueOf(Objects.requireNonNull(type));
        return new TrackerDefinition(
                Objects.requireNonNull(strip(name)),
                description,
                checked,
                strip(whatToTrack),
                strip(unit),
                color,
                icon,
                stripped(tags),
                stripped(choices),
                checked == TrackerType.RATING ? measure().toScale() : null,
                readPlan(new FieldErrors()),
                Boolean.TRUE.equals(archived));
    }

    private TrackerDraft withType(@Nullable String other) {
        return new TrackerDraft(
                name, description, other, whatToTrack, unit, color, icon, tags, choices, scale, plan, archived);
    }

    private TrackerDraft withScale(@Nullable RatingScale stored) {
        if (scale != null || stored == null) {
            return this;
        }
        ScaleDraft kept = new ScaleDraft(stored.min(), stored.max());
        return new TrackerDraft(
                name, description, type, whatToTrack, unit, color, icon, tags, choices, kept, plan, archived);
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static List<String> stripped(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(TrackerDraft::strip)
                        .map(Objects::requireNonNull)
                        .toList();
    }
}
