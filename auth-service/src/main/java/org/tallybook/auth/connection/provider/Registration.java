package org.tallybook.auth.connection.provider;

import io.quarkus.oidc.client.Tokens;
import java.time.Duration;
import java.util.Map;
import org.tallybook.auth.connection.Attempt;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.connection.domain.Scopes;

/** What we and a provider have agreed on. */
record Registration(
        String name,
        String label,
        ClientAccount account,
        AuthorizeUrl authorizeUrl,
        ProfileFields fields,
        Duration keepMetadata) {

    /** What its answer to a code hands out. */
    ProviderTokens granted(Tokens answer) {
        return TokenEndpoint.tokens(answer).askedFor(Scopes.of(authorizeUrl.scopes()));
    }

    /** RFC 6749, section 4.1.3, and RFC 7636, section 4.5. */
    Map<String, String> exchange(String code, Attempt attempt) {
        return Map.of(
                "code", code,
                "redirect_uri", authorizeUrl.redirectUri(),
                "code_verifier", attempt.verifier());
    }
}
