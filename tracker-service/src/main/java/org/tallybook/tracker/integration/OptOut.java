package org.tallybook.tracker.integration;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Ends an integration. The plays are forgotten, the tracker and its logs are the user's and stay. */
@ApplicationScoped
public class OptOut {

    private final Outbox outbox;
    private final Integrations integrations;

    OptOut(Outbox outbox, Integrations integrations) {
        this.outbox = outbox;
        this.integrations = integrations;
    }

    /** Fails with {@link Rejected} {@code not-found}. */
    @WithTransaction
    public Uni<Void> optOut(UUID owner, String kind) {
        return outbox.lock(owner)
                .chain(() -> integrations.remove(owner, kind))
                .invoke(OptOut::requireRemoved)
                .replaceWithVoid();
    }

    private static void requireRemoved(boolean removed) {
        if (!removed) {
            throw Rejected.because(KitSlugs.NOT_FOUND);
        }
    }
}
