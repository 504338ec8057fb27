package org.tallybook.tracker.log;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.domain.TrashedLog;
import org.tallybook.tracker.tracker.domain.Tracker;

/**
 * The deleted logs of all users. Every method sees those of one owner only and works in the caller's session or
 * transaction. {@link Logs#remove} and {@link Logs#removeAllOf} put them here.
 */
public interface TrashedLogs {

    /**
     * Logs that were deleted for themselves, the last deleted first, then by id descending. Those that went with their
     * tracker come back with it and are not listed.
     *
     * @param since what was deleted at that instant or before is not seen
     * @param after where the page starts; empty for the first
     * @param atMost rows
     */
    Uni<List<TrashedLog>> page(UUID owner, Instant since, Optional<Cursor> after, int atMost);

    /** A log that was deleted for itself after {@code since}. */
    Uni<Optional<TrashedLog>> find(UUID owner, LogId id, Instant since);

    /** Puts a log back, with the version of {@link TrashedLog#restored}, and frees it of its tombstone. */
    Uni<Void> putBack(TrashedLog log, Instant now);

    /** Puts back every log that went with the tracker. */
    Uni<Void> putBackAllOf(Tracker tracker, Instant now);
}
