package org.tallybook.tracker.creation;

import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldError;
import org.tallybook.kit.problem.Rejected;

/**
 * What a create finds under its id.
 *
 * @param owner who made it
 * @param fingerprint of the request that made it
 * @param stored its present state
 */
public record Earlier<T>(UUID owner, String fingerprint, T stored) {

    /**
     * Decides about a create.
     *
     * @param found what has the id already
     * @param owner who creates now
     * @param fingerprint of the request
     * @return the stored state if this is the same create again, empty if the id is free
     * @throws Rejected {@code id-taken}, also when the id belongs to another user: ids are unique over all users because
     *     consumers key their facts by them
     */
    public static <T> Optional<T> repeatedBy(Optional<Earlier<T>> found, UUID owner, String fingerprint) {
        return found.map(earlier -> {
            if (!earlier.owner().equals(owner) || !earlier.fingerprint().equals(fingerprint)) {
                throw idTaken();
            }
            return earlier.stored();
        });
    }

    /** The refusal of an id that is not free. */
    public static Rejected idTaken() {
        return Rejected.because(CreationSlugs.ID_TAKEN)
                .withErrors(java.util.List.of(FieldError.of("id", FieldCode.DUPLICATE)));
    }
}
