package org.tallybook.kit.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldError;

/** Translates the violations of Bean Validation and of Jackson into field errors. */
final class Violations {

    private Violations() {}

    /** A constraint of ours carries its {@link FieldCode} as its message; the standard ones are mapped by name. */
    static FieldError of(ConstraintViolation<?> violation) {
        String field = violation.getPropertyPath().toString();
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof Size bounds) {
            return size(field, violation.getInvalidValue(), bounds);
        }
        return switch (constraint.annotationType().getSimpleName()) {
            case "NotNull" -> FieldError.of(field, FieldCode.REQUIRED);
            case "NotBlank", "NotEmpty" ->
                FieldError.of(field, violation.getInvalidValue() == null ? FieldCode.REQUIRED : FieldCode.BLANK);
            case "Null" -> FieldError.of(field, FieldCode.NOT_ALLOWED);
            case "Pattern", "Email" -> FieldError.of(field, FieldCode.INVALID_FORMAT);
            default -> FieldError.of(field, codeOf(violation.getMessage()));
        };
    }

    private static FieldError size(String field, Object value, Size bounds) {
        return length(value) < bounds.min()
                ? FieldError.of(field, FieldCode.TOO_SHORT, bounds.min())
                : FieldError.of(field, FieldCode.TOO_LONG, bounds.max());
    }

    private static int length(Object value) {
        if (value instanceof Collection<?> many) {
            return many.size();
        }
        return value instanceof CharSequence text ? text.length() : 0;
    }

    private static FieldCode codeOf(String message) {
        for (FieldCode code : FieldCode.values()) {
            if (code.code().equals(message)) {
                return code;
            }
        }
        return FieldCode.INVALID_VALUE;
    }

    /** Path of the member that a mapping exception is about, empty for the whole document. */
    static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /**
     * Takes the value that a mapping exception is about out of the tree: a member is removed, an element becomes null.
     *
     * @return false if the exception is about the whole document or about nothing that is there
     */
    static boolean takeOut(JsonMappingException failure, JsonNode tree) {
        JsonNode at = tree;
        List<JsonMappingException.Reference> path = failure.getPath();
        for (int i = 0; i < path.size() - 1; i++) {
            at = step(at, path.get(i));
        }
        if (path.isEmpty()) {
            return false;
        }
        JsonMappingException.Reference last = path.get(path.size() - 1);
        if (at instanceof ObjectNode object && last.getFieldName() != null) {
            return object.remove(last.getFieldName()) != null;
        }
        if (at instanceof ArrayNode array && array.hasNonNull(last.getIndex())) {
            array.setNull(last.getIndex());
            return true;
        }
        return false;
    }

    private static JsonNode step(JsonNode at, JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? at.path(reference.getIndex()) : at.path(reference.getFieldName());
    }
}
