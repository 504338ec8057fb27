package org.tallybook.tracker.tracker;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.domain.TrashedTracker;

/**
 * The deleted trackers of all users. Every method sees those of one owner only and works in the caller's session or
 * transaction. {@link Trackers#remove} puts them here.
 */
public interface TrashedTrackers {

    /**
     * Deleted trackers, the last deleted first, then by id descending.
     *
     * @param since what was deleted at that instant or before is not seen
     * @param after where the page starts; empty for the first
     * @param atMost rows
     */
    Uni<List<TrashedTracker>> page(UUID owner, Instant since, Optional<Cursor> after, int atMost);

    Uni<Optional<TrashedTracker>> find(UUID owner, TrackerId id, Instant since);

    /** Puts a tracker back, with the version of {@link TrashedTracker#restored}, and frees it of its tombstone. */
    Uni<Void> putBack(TrashedTracker tracker, Instant now);
}
