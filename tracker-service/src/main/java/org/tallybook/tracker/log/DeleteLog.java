package org.tallybook.tracker.log;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.etag.EntityTag;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.events.LogEvents;
import org.tallybook.tracker.tracker.Trackers;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

/** Deletes a log. */
@ApplicationScoped
public class DeleteLog {

    private final Outbox outbox;
    private final Trackers trackers;
    private final Logs logs;
    private final LogEvents events;
    private final Clock clock;

    DeleteLog(Outbox outbox, Trackers trackers, Logs logs, LogEvents events, Clock clock) {
        this.outbox = outbox;
        this.trackers = trackers;
        this.logs = logs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param ifMatch the tag the client has seen, null for no protection
     */
    public record Command(
            UUID owner,
            TrackerId tracker,
            LogId id,
            @Nullable String ifMatch) {}

    /** Fails with {@code not-found} or {@code precondition-failed}. */
    @WithTransaction
    public Uni<Void> delete(Command command) {
        return outbox.lock(command.owner())
                .chain(() -> trackers.get(command.owner(), command.tracker()))
                .chain(tracker -> deleteFrom(tracker, command));
    }

    private Uni<Void> deleteFrom(Tracker tracker, Command command) {
        return logs.get(command.owner(), command.tracker(), command.id())
                .invoke(stored -> new EntityTag(stored.version()).requireMatch(command.ifMatch()))
                .chain(stored -> remove(tracker, stored, clock.instant()));
    }

    private Uni<Void> remove(Tracker tracker, LogEntry entry, Instant now) {
        return logs.remove(entry, now)
                .chain(() -> logs.latestOf(tracker.id()))
                .chain(latest -> trackers.save(tracker.tallied(tracker.tally().minusOne(latest.orElse(null)))))
                .chain(() -> events.deleted(entry, now));
    }
}
