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
        @Nullable Boolean archived) {

    static final int MOST_TAGS = 20;

    private static final TextRule NAME = line(100);
    private static final TextRule DESCRIPTION = text(2_000);
    private static final TextRule WHAT_TO_TRACK = line(100);
    private static final TextRule UNIT = line(40);
    private static final TextRule ICON = line(64);
    private static final TextRule TAG = line(50);

    /** A hexadecimal colour or the name of one; nothing that could leave a style attribute. */
    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}|[A-Za-z][A-Za-z-]{0,31}");

    /** Notes every fault there is. A missing type is one only for a new tracker. */
    public void check(FieldErrors errors) {
        NAME.require("name", strip(name), errors);
        DESCRIPTION.allow("description", description, errors);
        UNIT.allowLabel("unit", strip(unit), errors);
        WHAT_TO_TRACK.allowLabel("whatToTrack", strip(whatToTrack), errors);
        ICON.allowLabel("icon", icon, errors);
        errors.addIf(color != null && !COLOR.matcher(color).matches(), "color", FieldCode.INVALID_FORMAT);
        checkTags(errors);
        checkType(errors);
    }

    private void checkTags(FieldErrors errors) {
        List<@Nullable String> given = tags == null ? List.of() : tags;
        errors.addIf(given.size() > MOST_TAGS, "tags", FieldCode.TOO_LONG, MOST_TAGS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "tags[" + i + "]";
            String tag = strip(given.get(i));
            TAG.require(field, tag, errors);
            errors.addIf(tag != null && !seen.add(TrackerDefinition.keyOf(tag)), field, FieldCode.DUPLICATE);
        }
    }

    private void checkType(FieldErrors errors) {
        if (type == null) {
            return;
        }
        Optional<TrackerType> known = TrackerType.named(type);
        errors.addIf(known.isEmpty(), "type", FieldCode.INVALID_VALUE);
        known.ifPresent(type -> checkFieldsOf(type, errors));
    }

    private void checkFieldsOf(TrackerType type, FieldErrors errors) {
        boolean numeric = type == TrackerType.NUMERIC;
        FieldCode fault = numeric ? FieldCode.REQUIRED : FieldCode.NOT_ALLOWED;
        errors.addIf((whatToTrack != null) != numeric, "whatToTrack", fault);
        errors.addIf((unit != null) != numeric, "unit", fault);
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
        return new TrackerDefinition(
                Objects.requireNonNull(strip(name)),
                description,
                TrackerType.valueOf(Objects.requireNonNull(type)),
                strip(whatToTrack),
                strip(unit),
                color,
                icon,
                tags == null
                        ? List.of()
                        : tags.stream().map(TrackerDraft::stripped).toList(),
                Boolean.TRUE.equals(archived));
    }

    /**
     * The changed definition of a tracker of that type. The type need not be repeated, but it cannot be another.
     *
     * @throws Rejected {@code invalid-request} with all faulty fields
     */
    public TrackerDefinition toDefinition(TrackerType fixed) {
        if (type != null && !type.equals(fixed.name())) {
            FieldErrors errors = new FieldErrors().add("type", FieldCode.NOT_ALLOWED);
            withType(null).check(errors);
            errors.verify();
        }
        return withType(fixed.name()).toDefinition();
    }

    private TrackerDraft withType(@Nullable String other) {
        return new TrackerDraft(name, description, other, whatToTrack, unit, color, icon, tags, archived);
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNull(strip(text));
    }
}
