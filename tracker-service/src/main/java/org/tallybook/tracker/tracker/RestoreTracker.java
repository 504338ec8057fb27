package org.tallybook.tracker.tracker;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.domain.TrashedTracker;
import org.tallybook.tracker.tracker.events.TrackerEvents;
import org.tallybook.tracker.trash.Trash;

/** Takes back the deletion of a tracker with everything that went with it. */
@ApplicationScoped
public class RestoreTracker {

    private final Outbox outbox;
    private final Trackers trackers;
    private final TrashedTrackers trash;
    private final TrackerNames names;
    private final Restoration restoration;
    private final Clock clock;

    RestoreTracker(
            Outbox outbox,
            Trackers trackers,
            TrashedTrackers trash,
            TrackerNames names,
            Restoration restoration,
            Clock clock) {
        this.outbox = outbox;
        this.trackers = trackers;
        this.trash = trash;
        this.names = names;
        this.restoration = restoration;
        this.clock = clock;
    }

    /**
     * The restored tracker; a tracker that is not deleted as it is, so that the call can be repeated.
     *
     * @return fails with {@code not-found} or, when another tracker has its name by now, {@code tracker-name-taken}
     */
    @WithTransaction
    public Uni<Tracker> restore(UUID owner, TrackerId id) {
        Instant now = clock.instant();
        return outbox.lock(owner)
                .chain(() -> trash.find(owner, id, Trash.horizon(now)))
                .chain(found -> found.isPresent() ? restore(found.get(), now) : trackers.get(owner, id));
    }

    private Uni<Tracker> restore(TrashedTracker trashed, Instant now) {
        Tracker restored = trashed.restored(now);
        return names.requireFree(restored)
                .chain(() -> trash.putBack(trashed, now))
                .chain(() -> restoration.complete(restored, now))
                .replaceWith(restored);
    }

    /** What follows when the tracker's row is back. */
    @ApplicationScoped
    static class Restoration {

        private final TrackerContents contents;
        private final TrackerEvents events;

        Restoration(TrackerContents contents, TrackerEvents events) {
            this.contents = contents;
            this.events = events;
        }

        Uni<Void> complete(Tracker tracker, Instant now) {
            return events.updated(tracker).chain(() -> contents.restoreAllOf(tracker, now));
        }
    }
}
