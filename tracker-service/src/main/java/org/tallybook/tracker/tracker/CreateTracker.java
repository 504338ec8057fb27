package org.tallybook.tracker.tracker;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.events.TrackerEvents;

/** Creates a tracker, once per id. */
@ApplicationScoped
public class CreateTracker {

    private final Outbox outbox;
    private final Trackers trackers;
    private final TrackerNames names;
    private final TrackerEvents events;
    private final Clock clock;

    CreateTracker(Outbox outbox, Trackers trackers, TrackerNames names, TrackerEvents events, Clock clock) {
        this.outbox = outbox;
        this.trackers = trackers;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param fingerprint of the request, to recognise its repeat
     */
    public record Command(UUID owner, TrackerId id, TrackerDefinition definition, String fingerprint) {}

    /** Fails with {@code tracker-name-taken} or {@code id-taken}. */
    @WithTransaction
    public Uni<Creation<Tracker>> create(Command command) {
        return outbox.lock(command.owner())
                .chain(() -> trackers.earlier(command.id()))
                .map(found -> Earlier.repeatedBy(found, command.owner(), command.fingerprint()))
                .chain(repeated -> repeated.isPresent()
                        ? Uni.createFrom().item(Creation.repeated(repeated.get()))
                        : add(command).map(Creation::fresh));
    }

    private Uni<Tracker> add(Command command) {
        return trackers.endOfOrder(command.owner()).chain(end -> add(command, end + 1));
    }

    private Uni<Tracker> add(Command command, long position) {
        Instant now = clock.instant();
        Tracker tracker = Tracker.create(command.id(), command.owner(), command.definition(), position, now);
        return names.requireFree(tracker)
                .chain(() -> trackers.add(tracker, command.fingerprint()))
                .chain(() -> events.created(tracker))
                .replaceWith(tracker);
    }
}
