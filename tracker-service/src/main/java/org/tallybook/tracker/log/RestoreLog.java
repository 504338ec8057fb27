package org.tallybook.tracker.log;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.log.domain.LogChange;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.domain.TrashedLog;
import org.tallybook.tracker.log.events.LogEvents;
import org.tallybook.tracker.tracker.Trackers;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.trash.Trash;

/** Takes back the deletion of a log. */
@ApplicationScoped
public class RestoreLog {

    private final Outbox outbox;
    private final Trackers trackers;
    private final Logs logs;
    private final TrashedLogs trash;
    private final LogEvents events;
    private final Clock clock;

    RestoreLog(Outbox outbox, Trackers trackers, Logs logs, TrashedLogs trash, LogEvents events, Clock clock) {
        this.outbox = outbox;
        this.trackers = trackers;
        this.logs = logs;
        this.trash = trash;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The restored log; a log that is not deleted as it is, so that the call can be repeated.
     *
     * @return fails with {@code not-found} or, when its tracker is deleted too, with {@code tracker-deleted}
     */
    @WithTransaction
    public Uni<LogEntry> restore(UUID owner, LogId id) {
        Instant now = clock.instant();
        return outbox.lock(owner)
                .chain(() -> trash.find(owner, id, Trash.horizon(now)))
                .chain(found -> found.isPresent() ? restore(found.get(), now) : alive(owner, id));
    }

    private Uni<LogEntry> alive(UUID owner, LogId id) {
        return logs.find(owner, id).map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)));
    }

    private Uni<LogEntry> restore(TrashedLog log, Instant now) {
        LogEntry restored = log.restored(now);
        return trackers.find(restored.owner(), restored.trackerId())
                .map(found -> found.orElseThrow(() -> Rejected.because(LogSlugs.TRACKER_DELETED)))
                .call(() -> trash.putBack(log, now))
                .chain(tracker -> trackers.save(withOneMore(tracker, restored)))
                .chain(() ->
                        events.tell(restored.owner(), List.of(new LogChange(LogChange.Kind.UPDATED, restored)), now))
                .replaceWith(restored);
    }

    private static Tracker withOneMore(Tracker tracker, LogEntry restored) {
        return tracker.tallied(tracker.tally().plus(restored.content().occurredAt()));
    }
}
