package org.tallybook.kit.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of a request, so that a client learns of all of them at once. Not safe for several threads. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    public FieldErrors add(String field, FieldCode code, Object... arguments) {
        return add(FieldError.of(field, code, arguments));
    }

    /** Keeps the first fault of a field: a field that has the wrong type is not also reported as missing. */
    public FieldErrors add(FieldError error) {
        if (!has(error.field())) {
            errors.add(error);
        }
        return this;
    }

    public FieldErrors addIf(boolean faulty, String field, FieldCode code, Object... arguments) {
        return faulty ? add(field, code, arguments) : this;
    }

    public boolean has(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> asList() {
        return List.copyOf(errors);
    }

    /**
     * Ends the collection.
     *
     * @throws Rejected {@code invalid-request} with every fault, if there is one
     */
    public void verify() {
        if (!errors.isEmpty()) {
            throw Rejected.because(KitSlugs.INVALID_REQUEST).withErrors(errors);
        }
    }
}
