package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import org.tallybook.kit.problem.Rejected;

/** The users' accounts elsewhere, which auth-service keeps. */
public interface Accounts {

    /**
     * An access token for a few minutes; it goes nowhere but to its provider. Fails with {@link Rejected}:
     * {@code connection-missing}, {@code connection-revoked}, {@code connection-scope-missing}, {@code not-found} for a
     * provider that the operator has not configured, {@code unavailable} with the time to wait.
     *
     * @param renew whether the provider has refused the one of before
     */
    Uni<String> accessToken(UUID user, ListeningSource source, boolean renew);

    /** The names of the providers that the operator has configured. Fails with {@link Rejected} {@code unavailable}. */
    Uni<Set<String>> configured();
}
