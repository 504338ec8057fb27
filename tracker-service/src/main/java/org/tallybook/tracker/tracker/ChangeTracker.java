package org.tallybook.tracker.tracker;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.events.TrackerEvents;

/** Changes what a tracker is about. */
@ApplicationScoped
public class ChangeTracker {

    private final Outbox outbox;
    private final Trackers trackers;
    private final TrackerNames names;
    private final TrackerEvents events;
    private final Clock clock;

    ChangeTracker(Outbox outbox, Trackers trackers, TrackerNames names, TrackerEvents events, Clock clock) {
        this.outbox = outbox;
        this.trackers = trackers;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param ifMatch the tag the client has seen, null for no protection
     * @param change from the stored definition to the one that is asked for; may refuse
     */
    public record Command(
            UUID owner, TrackerId id, @Nullable String ifMatch, UnaryOperator<TrackerDefinition> change) {}

    /** Fails with {@code not-found}, {@code precondition-failed}, {@code tracker-name-taken}, {@code invalid-request}. */
    @WithTransaction
    public Uni<Tracker> change(Command command) {
        return outbox.lock(command.owner())
                .chain(() -> trackers.get(command.owner(), command.id()))
                .invoke(stored -> new TrackerTag(stored).requireMatch(command.ifMatch()))
                .chain(stored -> replace(stored, changed(stored, command)));
    }

    private Tracker changed(Tracker stored, Command command) {
        return stored.changeTo(command.change().apply(stored.definition()), clock.instant());
    }

    private Uni<Tracker> replace(Tracker stored, Tracker changed) {
        if (changed.version() == stored.version()) {
            return Uni.createFrom().item(stored);
        }
        return names.requireFree(changed)
                .chain(() -> trackers.save(changed))
                .chain(() -> events.updated(changed))
                .replaceWith(changed);
    }
}
