package org.tallybook.tracker.integration;

import java.util.Map;
import java.util.Optional;
import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;
import org.tallybook.tracker.integration.domain.PauseReason;

/** Refusals that auth-service has worded and that the user has to hear from us. */
public final class IntegrationSlugs {

    public static final Slug CONNECTION_MISSING = new Slug("connection-missing", Kind.CONFLICT);
    public static final Slug CONNECTION_REVOKED = new Slug("connection-revoked", Kind.CONFLICT);
    public static final Slug CONNECTION_SCOPE_MISSING = new Slug("connection-scope-missing", Kind.CONFLICT);

    private static final Map<Slug, PauseReason> REASONS = Map.of(
            CONNECTION_MISSING, PauseReason.LINK_MISSING,
            CONNECTION_REVOKED, PauseReason.LINK_REVOKED,
            CONNECTION_SCOPE_MISSING, PauseReason.SCOPE_MISSING);

    private IntegrationSlugs() {}

    /** The one of that name, if it is one of these. */
    public static Optional<Slug> named(String value) {
        return REASONS.keySet().stream()
                .filter(slug -> slug.value().equals(value))
                .findFirst();
    }

    /** Why an integration pauses for that refusal, if it does. */
    static Optional<PauseReason> reasonOf(Slug slug) {
        return Optional.ofNullable(REASONS.get(slug));
    }
}
