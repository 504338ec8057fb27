package org.tallybook.tracker.tracker;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

/**
 * The trackers of all users. Every method but {@link #earlier} sees those of one owner only, and all of them work in the
 * caller's session or transaction.
 */
public interface Trackers {

    Uni<Optional<Tracker>> find(UUID owner, TrackerId id);

    /** Fails with {@link Rejected} {@code not-found}, for another user's tracker as for none. */
    default Uni<Tracker> get(UUID owner, TrackerId id) {
        return find(owner, id).map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)));
    }

    /**
     * Trackers in an order.
     *
     * @param after where the page starts; empty for the first
     * @param atMost rows
     */
    Uni<List<Tracker>> page(UUID owner, TrackerOrder order, Optional<Cursor> after, int atMost);

    /** The last place in the user's own order; 0 without trackers. */
    Uni<Long> endOfOrder(UUID owner);

    /** How many of these trackers the owner has. */
    Uni<Long> countOf(UUID owner, List<TrackerId> ids);

    /** Puts trackers first in the user's own order, in the given order; the others keep theirs behind them. */
    Uni<Void> order(UUID owner, List<TrackerId> first);

    /**
     * What has the id, whoever owns it; fails with {@code id-taken} for the id of something deleted.
     */
    Uni<Optional<Earlier<Tracker>>> earlier(TrackerId id);

    /** Whether another tracker of the owner has a name with that key. */
    Uni<Boolean> isNameTaken(UUID owner, String nameKey, TrackerId except);

    Uni<Void> add(Tracker tracker, String fingerprint);

    /** Stores the definition, the version and the tally of a tracker that is there. */
    Uni<Void> save(Tracker tracker);

    /** Puts a tracker that has no logs any more into the trash and keeps its id from being used again. */
    Uni<Void> remove(Tracker tracker, Instant now);
}
