package org.tallybook.auth.connection.provider;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import jakarta.enterprise.context.ApplicationScoped;

/** Judges the answer of a token endpoint before Quarkus' OIDC client turns every failure into one and the same. */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class TokenAnswers implements OidcResponseFilter {

    @Override
    public void filter(OidcResponseContext context) {
        Answers.requireTokens(
                context.statusCode(),
                context.responseHeaders().get("Retry-After"),
                context.responseBody() == null ? null : context.responseBody().getDelegate());
    }
}
