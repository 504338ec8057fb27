package org.tallybook.tracker.log.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.outbox.Outbox.Change;
import org.tallybook.tracker.log.Logs.LogVersion;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.tracker.domain.Tracker;

/** Tells the other services, in the transaction of the change. */
@ApplicationScoped
public class LogEvents {

    private static final String DELETED = "log.deleted.v1";

    private final Outbox outbox;

    LogEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> recorded(LogEntry entry) {
        return outbox.append(entry.owner(), "log.recorded.v1", entry.id().value(), LogState.of(entry));
    }

    public Uni<Void> updated(LogEntry entry) {
        return outbox.append(entry.owner(), "log.updated.v1", entry.id().value(), LogState.of(entry));
    }

    public Uni<Void> deleted(LogEntry entry, Instant now) {
        var deletion = new LogDeleted(
                entry.id().value(), entry.trackerId().value(), entry.owner(), entry.tombstoneVersion(), now);
        return outbox.append(entry.owner(), DELETED, entry.id().value(), deletion);
    }

    /** For the logs of a tracker that goes. */
    public Uni<Void> deleted(Tracker tracker, List<LogVersion> logs, Instant now) {
        return outbox.appendAll(
                tracker.owner(),
                DELETED,
                logs.stream().map(log -> deletion(tracker, log, now)).toList());
    }

    private static Change deletion(Tracker tracker, LogVersion log, Instant now) {
        UUID id = log.id().value();
        var deletion = new LogDeleted(id, tracker.id().value(), tracker.owner(), log.version() + 1, now);
        return new Change(id, deletion);
    }
}
