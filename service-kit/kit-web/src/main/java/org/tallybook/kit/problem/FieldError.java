package org.tallybook.kit.problem;

import java.util.List;

/**
 * One faulty field before it is put into the caller's language.
 *
 * @param field path of the field as the client wrote it, such as {@code reminder.at} or {@code tags[2]}
 * @param code what is wrong
 * @param arguments bounds that the message names: the limit of {@code TOO_LONG}, the two of {@code OUT_OF_RANGE}
 */
public record FieldError(String field, FieldCode code, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public static FieldError of(String field, FieldCode code, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }
}
