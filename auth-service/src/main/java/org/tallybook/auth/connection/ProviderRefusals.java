package org.tallybook.auth.connection;

import org.jboss.logging.Logger;
import org.tallybook.auth.connection.domain.ProviderFailure;
import org.tallybook.kit.problem.Rejected;

/** What a client is told when a provider fails us. Why, is for the operator's log alone. */
final class ProviderRefusals {

    private static final Logger LOG = Logger.getLogger(ProviderRefusals.class);

    private ProviderRefusals() {}

    static Rejected of(Provider provider, ProviderFailure failure) {
        LOG.infof("provider failed: provider=%s reason=%s %s", provider.name(), failure.reason(), failure.getMessage());
        return switch (failure.reason()) {
            case REFUSED -> Rejected.because(ConnectionSlugs.SIGN_IN_INVALID);
            case WRONG -> Rejected.because(ConnectionSlugs.PROVIDER_FAILED);
            case BUSY, UNAVAILABLE ->
                Rejected.because(ConnectionSlugs.PROVIDER_UNAVAILABLE).retryAfter(failure.retryAfter());
        };
    }
}
