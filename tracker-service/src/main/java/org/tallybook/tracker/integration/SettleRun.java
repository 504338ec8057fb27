package org.tallybook.tracker.integration;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.tracker.integration.domain.Integration;

/** Stores what came of a run that counted nothing. */
@ApplicationScoped
class SettleRun {

    private final Integrations integrations;

    SettleRun(Integrations integrations) {
        this.integrations = integrations;
    }

    /** Changes nothing if the user opted out meanwhile or a later run has begun. */
    @WithTransaction
    public Uni<Void> settle(Integration integration) {
        return integrations.settle(integration).replaceWithVoid();
    }
}
