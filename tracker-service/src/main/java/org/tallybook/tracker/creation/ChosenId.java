package org.tallybook.tracker.creation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** The id that a client may choose for what it creates: UUIDv7 (RFC 9562, section 5.7). */
public final class ChosenId {

    private ChosenId() {}

    /** Notes the fault of an id of another version, which would scatter the index. */
    public static void check(@Nullable UUID id, FieldErrors errors) {
        errors.addIf(id != null && !Ids.isAcceptable(id), "id", FieldCode.INVALID_FORMAT);
    }

    /** The chosen id, or a new one. */
    public static UUID or(@Nullable UUID id, Ids ids) {
        return id == null ? ids.next() : id;
    }
}
