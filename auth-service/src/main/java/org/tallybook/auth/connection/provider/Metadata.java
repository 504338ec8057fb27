package org.tallybook.auth.connection.provider;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.domain.ProviderFailure;

/**
 * What an OpenID provider says about itself (OpenID Connect Discovery 1.0, section 3).
 *
 * @param profile where its user info is; null if it has none
 */
record Metadata(
        URI authorize, URI token, URI keys, @Nullable URI profile) {

    /**
     * @param issuer as configured: a document that claims to be another's is refused, and so is an endpoint without TLS
     *     unless the operator's own address has none
     */
    static Metadata of(JsonObject document, URI issuer) {
        if (!issuer.toString().equals(Answers.text(document, "issuer"))) {
            throw ProviderFailure.wrong("discovery document of another issuer");
        }
        return new Metadata(
                required(document, "authorization_endpoint", issuer),
                required(document, "token_endpoint", issuer),
                required(document, "jwks_uri", issuer),
                endpoint(document, "userinfo_endpoint", issuer).orElse(null));
    }

    private static URI required(JsonObject document, String field, URI issuer) {
        return endpoint(document, field, issuer)
                .orElseThrow(() -> ProviderFailure.wrong("discovery document without " + field));
    }

    private static Optional<URI> endpoint(JsonObject document, String field, URI issuer) {
        String text = Answers.text(document, field);
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && ("https".equals(address.getScheme())
                            || address.getScheme().equals(issuer.getScheme()))) {
                return Optional.of(address);
            }
        } catch (URISyntaxException malformed) {
            // refused below, like any other address that cannot be right
        }
        throw ProviderFailure.wrong("discovery document with a bad " + field);
    }
}
