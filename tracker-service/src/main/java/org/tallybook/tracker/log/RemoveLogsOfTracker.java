package org.tallybook.tracker.log;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.tallybook.tracker.log.events.LogEvents;
import org.tallybook.tracker.tracker.TrackerContents;
import org.tallybook.tracker.tracker.domain.Tracker;

/** Lets the logs of a tracker go with it, each with its own event, because consumers keep logs and not containers. */
@ApplicationScoped
class RemoveLogsOfTracker implements TrackerContents {

    private static final int EVENTS_A_STATEMENT = 500;

    private final Logs logs;
    private final LogEvents events;

    RemoveLogsOfTracker(Logs logs, LogEvents events) {
        this.logs = logs;
        this.events = events;
    }

    @Override
    public Uni<Void> removeAllOf(Tracker tracker, Instant now) {
        return logs.allOf(tracker.id())
                .chain(all -> tellOf(all, tracker, now))
                .chain(() -> logs.buryAllOf(tracker.id(), now));
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
}
