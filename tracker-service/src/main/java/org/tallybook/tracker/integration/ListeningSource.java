package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tallybook.tracker.integration.domain.Play;
import org.tallybook.tracker.integration.domain.SourceFailure;

/**
 * A provider that knows what its users listen to. One small class each: when to ask, what to count, days, logs and
 * every kind of trouble are not its business.
 */
public interface ListeningSource {

    /** The provider's name in auth-service and in paths: a-z, 0-9 and hyphens. */
    String kind();

    /** For people. */
    String label();

    /** What users must have allowed, in the provider's words. */
    String scope();

    /** A page of what was played after an instant, in any order. Fails with {@link SourceFailure}. */
    Uni<Page> playsAfter(Instant after, String accessToken);

    /** @param next where the page after this one begins; empty for the last */
    record Page(List<Play> plays, Optional<Instant> next) {}
}
