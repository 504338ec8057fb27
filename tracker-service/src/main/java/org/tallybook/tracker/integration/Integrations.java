package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.tracker.integration.domain.Integration;

/** What all users opted in to. Works in the caller's session or transaction. */
public interface Integrations {

    /** In the order of their kinds. */
    Uni<List<Integration>> ofUser(UUID owner);

    Uni<Optional<Integration>> find(UUID owner, String kind);

    Uni<Void> add(Integration integration);

    /**
     * Stores where it stands and ends the lease, unless a later run has begun or it is no more the same opt-in; answers
     * whether it was stored.
     */
    Uni<Boolean> settle(Integration integration);

    /** Forgets it with all its plays; answers whether there was one. */
    Uni<Boolean> remove(UUID owner, String kind);
}
