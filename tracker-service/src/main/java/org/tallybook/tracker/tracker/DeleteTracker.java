package org.tallybook.tracker.tracker;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.events.TrackerEvents;

/** Deletes a tracker and everything in it. */
@ApplicationScoped
public class DeleteTracker {

    private final Outbox outbox;
    private final Trackers trackers;
    private final TrackerContents contents;
    private final TrackerEvents events;
    private final Clock clock;

    DeleteTracker(Outbox outbox, Trackers trackers, TrackerContents contents, TrackerEvents events, Clock clock) {
        this.outbox = outbox;
        this.trackers = trackers;
        this.contents = contents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Fails with {@code not-found} or {@code precondition-failed}.
     *
     * @param ifMatch the tag the client has seen, null for no protection
     */
    @WithTransaction
    public Uni<Void> delete(UUID owner, TrackerId id, @Nullable String ifMatch) {
        return outbox.lock(owner)
                .chain(() -> trackers.get(owner, id))
                .invoke(stored -> new TrackerTag(stored).requireMatch(ifMatch))
                .chain(stored -> remove(stored, clock.instant()));
    }

    private Uni<Void> remove(Tracker tracker, Instant now) {
        return events.deleted(tracker, now)
                .chain(() -> contents.removeAllOf(tracker, now))
                .chain(() -> trackers.remove(tracker, now));
    }
}
