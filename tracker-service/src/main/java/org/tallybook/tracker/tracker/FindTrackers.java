package org.tallybook.tracker.tracker;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.domain.TrashedTracker;
import org.tallybook.tracker.trash.Trash;

/** Reads a user's trackers. */
@ApplicationScoped
public class FindTrackers {

    private final Trackers trackers;
    private final TrashedTrackers trash;
    private final Clock clock;

    FindTrackers(Trackers trackers, TrashedTrackers trash, Clock clock) {
        this.trackers = trackers;
        this.trash = trash;
        this.clock = clock;
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

    /** A page of the deleted trackers that can still come back, the last deleted first. */
    @WithSession
    public Uni<Page<TrashedTracker>> trashed(UUID owner, Optional<Cursor> after, int limit) {
        return trash.page(owner, Trash.horizon(clock.instant()), after, limit + 1)
                .map(rows -> Page.of(rows, limit, FindTrackers::keyOf));
    }

    private static Cursor keyOf(TrashedTracker trashed) {
        return new Cursor(trashed.deletedAt(), trashed.tracker().id().value());
    }
}
