package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.tracker.integration.domain.Integration;

/** Who is due, for all replicas. Each call is a transaction of its own. */
public interface DueIntegrations {

    /** Takes the one that waits longest and nobody else has, for as long as the lease; counts its runs up. */
    Uni<Optional<Integration>> claim(Instant now, Duration lease);

    /** Nobody asks that provider before then: it counts our calls, and not those of a user. */
    Uni<Void> leaveAlone(String kind, Instant until);
}
