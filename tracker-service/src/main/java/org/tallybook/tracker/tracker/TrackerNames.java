package org.tallybook.tracker.tracker;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldError;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.tracker.domain.Tracker;

/**
 * Keeps a user's tracker names apart. The user's stream is locked by then, so nobody can take the name between the
 * question and the change; the unique constraint stands behind it.
 */
@ApplicationScoped
class TrackerNames {

    private final Trackers trackers;

    TrackerNames(Trackers trackers) {
        this.trackers = trackers;
    }

    /** Fails with {@code tracker-name-taken} when another tracker of the owner has the name. */
    Uni<Void> requireFree(Tracker tracker) {
        return trackers.isNameTaken(tracker.owner(), tracker.definition().nameKey(), tracker.id())
                .invoke(TrackerNames::refuse)
                .replaceWithVoid();
    }

    private static void refuse(boolean taken) {
        if (taken) {
            throw Rejected.because(TrackerSlugs.TRACKER_NAME_TAKEN)
                    .withErrors(List.of(FieldError.of("name", FieldCode.DUPLICATE)));
        }
    }
}
