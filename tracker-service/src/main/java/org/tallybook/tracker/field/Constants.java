package org.tallybook.tracker.field;

import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** Reads the constants of an enum by their exact names. */
public final class Constants {

    private Constants() {}

    /** The constant, or null when a fault was noted. It must be given. */
    public static <E extends Enum<E>> @Nullable E read(
            String field, @Nullable String name, Class<E> type, FieldErrors errors) {
        if (name == null) {
            errors.add(field, FieldCode.REQUIRED);
            return null;
        }
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            errors.add(field, FieldCode.INVALID_VALUE);
            return null;
        }
    }
}
