package org.tallybook.tracker.field;

import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/**
 * How long a text may be, in code points as people and PostgreSQL count, and whether it is one line. A line holds no
 * control character, so it can stand in a mail header or a CSV cell.
 *
 * @param longest most code points
 * @param line whether control characters, line breaks among them, are refused
 */
public record TextRule(int longest, boolean line) {

    public static TextRule line(int longest) {
        return new TextRule(longest, true);
    }

    public static TextRule text(int longest) {
        return new TextRule(longest, false);
    }

    /** Notes the fault of a text that must be there and not be blank. */
    public void require(String field, @Nullable String text, FieldErrors errors) {
        if (text == null) {
            errors.add(field, FieldCode.REQUIRED);
        } else {
            errors.addIf(text.isBlank(), field, FieldCode.BLANK);
            allow(field, text, errors);
        }
    }

    /** Notes the fault of a text that may be absent but, if it is there, must not be blank. */
    public void allowLabel(String field, @Nullable String text, FieldErrors errors) {
        if (text != null) {
            require(field, text, errors);
        }
    }

    /** Notes the fault of a text that may be absent or empty. */
    public void allow(String field, @Nullable String text, FieldErrors errors) {
        if (text == null) {
            return;
        }
        errors.addIf(!isStorable(text), field, FieldCode.INVALID_VALUE);
        errors.addIf(text.codePointCount(0, text.length()) > longest, field, FieldCode.TOO_LONG, longest);
        errors.addIf(line && text.codePoints().anyMatch(Character::isISOControl), field, FieldCode.INVALID_FORMAT);
    }

    /** PostgreSQL holds no NUL and UTF-8 no lone surrogate; a request's reader refuses both, other callers may not. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
