package org.tallybook.auth.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The providers to sign in with, by name. One with an issuer is an OpenID Connect provider and tells its endpoints by
 * discovery; one without is an OAuth 2 provider whose endpoints stand here. A provider without a client id is not
 * offered.
 */
@ConfigMapping(prefix = "tallybook.oauth")
public interface ProviderConfig {

    @WithParentName
    Map<String, Settings> providers();

    /** One provider. */
    interface Settings {

        /** Shown on the sign-in page; the name if absent. */
        Optional<String> label();

        Optional<String> clientId();

        /** A file whose text is the secret that the provider gave us. */
        Optional<String> clientSecretFile();

        /** How we show the secret to the provider. */
        @WithDefault("basic")
        ClientAuthentication clientAuthentication();

        /** As the provider writes it, to the letter. */
        Optional<URI> issuer();

        @WithDefault("openid,email,profile")
        List<String> scopes();

        Optional<URI> authorizeEndpoint();

        Optional<URI> tokenEndpoint();

        Optional<URI> profileEndpoint();

        /** A list of {@code {email, primary, verified}}, for a provider whose profile does not say it. */
        Optional<URI> emailsEndpoint();

        /** The profile's field with the provider's id for its user. */
        @WithDefault("sub")
        String subjectField();

        @WithDefault("name")
        String nameField();

        @WithDefault("email")
        String emailField();

        /** The profile's field that says whether the address is verified; without it no address counts as verified. */
        @WithDefault("email_verified")
        String emailVerifiedField();
    }

    /** RFC 6749, section 2.3.1: in the header or in the body. */
    enum ClientAuthentication {
        BASIC,
        POST
    }
}
