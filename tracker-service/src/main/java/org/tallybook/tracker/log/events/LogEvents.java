package org.tallybook.tracker.log.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.outbox.Outbox.Change;
import org.tallybook.tracker.log.Logs.LogVersion;
import org.tallybook.tracker.log.domain.LogChange;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.tracker.domain.Tracker;

/** Tells the other services, in the transaction of the change. */
@ApplicationScoped
public class LogEvents {

    private static final String RECORDED = "log.recorded.v1";
    private static final String UPDATED = "log.updated.v1";
    private static final String DELETED = "log.deleted.v1";

    private final Outbox outbox;

    LogEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> recorded(LogEntry entry) {
        return outbox.append(entry.owner(), RECORDED, entry.id().value(), LogState.of(entry));
    }

    public Uni<Void> updated(LogEntry entry) {
        return outbox.append(entry.owner(), UPDATED, entry.id().value(), LogState.of(entry));
    }

    public Uni<Void> deleted(LogEntry entry, Instant now) {
        return outbox.append(entry.owner(), DELETED, entry.id().value(), deletion(entry, now));
    }

    /** For the logs of a tracker that goes. */
    public Uni<Void> deleted(Tracker tracker, List<LogVersion> logs, Instant now) {
        return outbox.appendAll(
                tracker.owner(),
                logs.stream().map(log -> deletion(tracker, log, now)).toList());
    }

    /** Many changes of one user's logs, in their order; a few hundred a call. */
    public Uni<Void> tell(UUID owner, List<LogChange> changes, Instant now) {
        return outbox.appendAll(
                owner, changes.stream().map(change -> event(change, now)).toList());
    }

    private static Change event(LogChange change, Instant now) {
        LogEntry entry = change.entry();
        UUID id = entry.id().value();
        return switch (change.kind()) {
            case RECORDED -> new Change(RECORDED, id, LogState.of(entry));
            case UPDATED -> new Change(UPDATED, id, LogState.of(entry));
            case DELETED -> new Change(DELETED, id, deletion(entry, now));
        };
    }

    private static LogDeleted deletion(LogEntry entry, Instant now) {
        return new LogDeleted(
                entry.id().value(), entry.trackerId().value(), entry.owner(), entry.tombstoneVersion(), now);
    }

    private static Change deletion(Tracker tracker, LogVersion log, Instant now) {
        UUID id = log.id().value();
        var deletion = new LogDeleted(id, tracker.id().value(), tracker.owner(), log.version() + 1, now);
        return new Change(DELETED, id, deletion);
    }
}
