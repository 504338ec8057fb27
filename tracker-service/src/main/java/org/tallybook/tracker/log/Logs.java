package org.tallybook.tracker.log;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

/**
 * The logs of all users. Every method but {@link #earlier} sees those of one owner only, and all of them work in the
 * caller's session or transaction.
 */
public interface Logs {

    Uni<Optional<LogEntry>> find(UUID owner, TrackerId tracker, LogId id);

    /** Fails with {@link Rejected} {@code not-found}, for another user's log as for none. */
    default Uni<LogEntry> get(UUID owner, TrackerId tracker, LogId id) {
        return find(owner, tracker, id).map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)));
    }

    /** A log of the owner under whichever tracker. */
    Uni<Optional<LogEntry>> find(UUID owner, LogId id);

    /**
     * Logs by when they happened, latest first, then by id descending.
     *
     * @param atMost rows
     */
    Uni<List<LogEntry>> page(LogFilter filter, int atMost);

    /** What has the id, whoever owns it; fails with {@code id-taken} for the id of something deleted. */
    Uni<Optional<Earlier<LogEntry>>> earlier(LogId id);

    /** When the latest log of a tracker happened. */
    Uni<Optional<Instant>> latestOf(TrackerId tracker);

    Uni<Void> add(LogEntry entry, String fingerprint);

    /** Stores the content and the version of a log that is there. */
    Uni<Void> save(LogEntry entry);

    /** Puts a log into the trash and keeps its id from being used again. */
    Uni<Void> remove(LogEntry entry, Instant now);

    /** Every log of a tracker, for its removal. */
    Uni<List<LogVersion>> allOf(TrackerId tracker);

    /** Puts all logs of a tracker into the trash, to come back with it, and keeps their ids from being used again. */
    Uni<Void> removeAllOf(Tracker tracker, Instant now);

    /** A log reduced to what its deletion needs. */
    record LogVersion(LogId id, long version) {}
}
