package org.tallybook.tracker.log;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;
import org.tallybook.tracker.log.domain.LogEntry;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.domain.TrashedLog;
import org.tallybook.tracker.tracker.Trackers;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.trash.Trash;

/** Reads a user's logs. */
@ApplicationScoped
public class FindLogs {

    private final Trackers trackers;
    private final Logs logs;
    private final TrashedLogs trash;
    private final Clock clock;

    FindLogs(Trackers trackers, Logs logs, TrashedLogs trash, Clock clock) {
        this.trackers = trackers;
        this.logs = logs;
        this.trash = trash;
        this.clock = clock;
    }

    /** Fails with {@code not-found}. */
    @WithSession
    public Uni<LogEntry> one(UUID owner, TrackerId tracker, LogId id) {
        return logs.get(owner, tracker, id);
    }

    /** A page over all trackers, the latest first. */
    @WithSession
    public Uni<Page<LogEntry>> timeline(LogFilter filter, int limit) {
        return logs.page(filter, limit + 1).map(rows -> Page.of(rows, limit, FindLogs::keyOf));
    }

    /** A page of one tracker's logs, the latest first; fails with {@code not-found} if there is no such tracker. */
    @WithSession
    public Uni<Page<LogEntry>> ofTracker(TrackerId tracker, LogFilter filter, int limit) {
        return trackers.get(filter.owner(), tracker).chain(() -> timeline(filter.of(tracker), limit));
    }

    /** A page of the deleted logs that can still come back, the last deleted first. */
    @WithSession
    public Uni<Page<TrashedLog>> trashed(UUID owner, Optional<Cursor> after, int limit) {
        return trash.page(owner, Trash.horizon(clock.instant()), after, limit + 1)
                .map(rows -> Page.of(rows, limit, FindLogs::keyOf));
    }

    private static Cursor keyOf(TrashedLog log) {
        return new Cursor(log.deletedAt(), log.entry().id().value());
    }

    private static Cursor keyOf(LogEntry entry) {
        return new Cursor(entry.content().occurredAt(), entry.id().value());
    }
}
