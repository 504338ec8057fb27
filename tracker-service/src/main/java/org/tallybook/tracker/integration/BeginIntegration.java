package org.tallybook.tracker.integration;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.creation.Fingerprint;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.log.domain.LogDefaults;
import org.tallybook.tracker.tracker.CreateTracker;
import org.tallybook.tracker.tracker.Trackers;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerDraft;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.domain.TrackerType;

/** The transaction of an opt-in. */
@ApplicationScoped
class BeginIntegration {

    private static final TrackerDraft LISTENING = new TrackerDraft(
            "Listening",
            null,
            TrackerType.NUMERIC.name(),
            "Time listened",
            "min",
            null,
            "🎧",
            List.of(),
            null,
            null,
            null,
            false);

    private final Outbox outbox;
    private final Integrations integrations;
    private final Trackers trackers;
    private final CreateTracker createTracker;
    private final Ids ids;
    private final Clock clock;

    BeginIntegration(
            Outbox outbox,
            Integrations integrations,
            Trackers trackers,
            CreateTracker createTracker,
            Ids ids,
            Clock clock) {
        this.outbox = outbox;
        this.integrations = integrations;
        this.trackers = trackers;
        this.createTracker = createTracker;
        this.ids = ids;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Creation<Integration>> begin(OptIn.Command command) {
        return outbox.lock(command.owner())
                .chain(() -> integrations.find(command.owner(), command.kind()))
                .chain(known -> known.filter(integration -> feeds(integration, command))
                        .map(this::wakeUp)
                        .orElseGet(() -> replace(command)));
    }

    private static boolean feeds(Integration integration, OptIn.Command command) {
        return command.tracker() == null || command.tracker().equals(integration.tracker());
    }

    private Uni<Creation<Integration>> wakeUp(Integration integration) {
        Instant now = clock.instant();
        Integration awake = integration.in(integration.standing().wokenUp(now));
        return awake.equals(integration)
                ? Uni.createFrom().item(Creation.repeated(integration))
                : integrations.settle(awake).replaceWith(Creation.repeated(awake));
    }

    /** What fed another tracker until now ends there and begins anew here. */
    private Uni<Creation<Integration>> replace(OptIn.Command command) {
        UUID owner = command.owner();
        Instant now = clock.instant();
        ZoneId zone = LogDefaults.ofNew(command.zone(), now).zone();
        return tracker(command)
                .map(tracker -> Integration.begin(owner, command.kind(), tracker.id(), zone, now))
                .call(() -> integrations.remove(owner, command.kind()))
                .call(integrations::add)
                .map(Creation::fresh);
    }

    private Uni<Tracker> tracker(OptIn.Command command) {
        return Optional.ofNullable(command.tracker())
                .map(given -> trackers.get(command.owner(), given).invoke(BeginIntegration::requireNumeric))
                .orElseGet(() -> createTracker
                        .create(new CreateTracker.Command(
                                command.owner(),
                                new TrackerId(ids.next()),
                                LISTENING.toDefinition(),
                                Fingerprint.of(LISTENING)))
                        .map(Creation::stored));
    }

    private static void requireNumeric(Tracker tracker) {
        if (tracker.type() != TrackerType.NUMERIC) {
            throw Rejected.field("trackerId", FieldCode.NOT_ALLOWED);
        }
    }
}
