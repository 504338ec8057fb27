package org.tallybook.tracker.tracker;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** Reads a user's trackers. */
@ApplicationScoped
public class FindTrackers {

    private final Trackers trackers;

    FindTrackers(Trackers trackers) {
        this.trackers = trackers;
    }

    /** Fails with {@code not-found}. */
    @WithSession
    public Uni<Tracker> one(UUID owner, TrackerId id) {
        return trackers.get(owner, id);
    }

    /** A page of trackers in an order. */
    @WithSession
    public Uni<Page<Tracker>> page(UUID owner, TrackerOrder order, Optional<Cursor> after, int limit) {
        return trackers.page(owner, order, after, limit + 1).map(rows -> Page.of(rows, limit, order::keyOf));
    }
}
