package org.tallybook.tracker.log;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.log.domain.LogChange;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.events.LogEvents;
import org.tallybook.tracker.tracker.TrackerContents;
import org.tallybook.tracker.tracker.domain.Tracker;

/**
 * Lets the logs of a tracker go and come back with it, each with its own event, because consumers keep logs and not
 * containers.
 */
@ApplicationScoped
class LogsOfTracker implements TrackerContents {

    private static final int EVENTS_A_STATEMENT = 500;

    private final Logs logs;
    private final TrashedLogs trash;
    private final LogEvents events;

    LogsOfTracker(Logs logs, TrashedLogs trash, LogEvents events) {
        this.logs = logs;
        this.trash = trash;
        this.events = events;
    }

    @Override
    public Uni<Void> removeAllOf(Tracker tracker, Instant now) {
        return logs.allOf(tracker.id())
                .chain(all -> tellOf(all, tracker, now))
                .chain(() -> logs.removeAllOf(tracker, now));
    }

    private Uni<Void> tellOf(List<Logs.LogVersion> all, Tracker tracker, Instant now) {
        return Multi.createFrom()
                .iterable(all)
                .group()
                .intoLists()
                .of(EVENTS_A_STATEMENT)
                .onItem()
                .transformToUniAndConcatenate(some -> events.deleted(tracker, some, now))
                .onItem()
                .ignoreAsUni();
    }

    @Override
    public Uni<Void> restoreAllOf(Tracker tracker, Instant now) {
        return trash.putBackAllOf(tracker, now).chain(() -> tellAllOf(tracker, LogFilter.all(tracker), now));
    }

    private Uni<Void> tellAllOf(Tracker tracker, LogFilter rest, Instant now) {
        return logs.page(rest, EVENTS_A_STATEMENT)
                .call(some -> events.tell(tracker.owner(), updates(some), now))
                .chain(some -> some.size() < EVENTS_A_STATEMENT
                        ? Uni.createFrom().voidItem()
                        : tellAllOf(tracker, rest.after(keyOf(some.get(some.size() - 1))), now));
    }

    private static List<LogChange> updates(List<LogEntry> entries) {
        return entries.stream()
                .map(entry -> new LogChange(LogChange.Kind.UPDATED, entry))
                .toList();
    }

    private static Optional<Cursor> keyOf(LogEntry entry) {
        return Optional.of(new Cursor(entry.content().occurredAt(), entry.id().value()));
    }
}
