package org.tallybook.auth.connection.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.connection.ProviderCallConfig;

/** Bounds what Quarkus' OIDC client asks a token endpoint; left to itself it waits and reads without end. */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class TokenRequests implements OidcRequestFilter {

    private final ProviderCallConfig config;

    TokenRequests(ProviderCallConfig config) {
        this.config = config;
    }

    @Override
    public void filter(OidcRequestContext context) {
        context.request()
                .timeout(config.timeout().toMillis())
                .followRedirects(false)
                .putHeader("Accept", "application/json")
                .getDelegate()
                .as(new BoundedBody(config.largestAnswer()));
    }
}
