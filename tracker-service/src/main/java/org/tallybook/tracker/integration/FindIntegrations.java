package org.tallybook.tracker.integration;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tallybook.tracker.integration.domain.Integration;

/** Reads what a user opted in to. */
@ApplicationScoped
class FindIntegrations {

    private final Integrations integrations;

    FindIntegrations(Integrations integrations) {
        this.integrations = integrations;
    }

    @WithSession
    public Uni<List<Integration>> ofUser(UUID owner) {
        return integrations.ofUser(owner);
    }
}
