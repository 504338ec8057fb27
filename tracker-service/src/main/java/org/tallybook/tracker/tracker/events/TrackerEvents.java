package org.tallybook.tracker.tracker.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.tracker.domain.Tracker;

/** Tells the other services, in the transaction of the change. */
@ApplicationScoped
public class TrackerEvents {

    private final Outbox outbox;

    TrackerEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> created(Tracker tracker) {
        return append(tracker, "tracker.created.v1", TrackerState.of(tracker));
    }

    public Uni<Void> updated(Tracker tracker) {
        return append(tracker, "tracker.updated.v1", TrackerState.of(tracker));
    }

    public Uni<Void> deleted(Tracker tracker, Instant now) {
        var deletion = new TrackerDeleted(tracker.id().value(), tracker.owner(), tracker.tombstoneVersion(), now);
        return append(tracker, "tracker.deleted.v1", deletion);
    }

    private Uni<Void> append(Tracker tracker, String type, Object data) {
        return outbox.append(tracker.owner(), type, tracker.id().value(), data);
    }
}
