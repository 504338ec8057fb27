package org.tallybook.auth.connection.provider;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tallybook.auth.connection.Provider;
import org.tallybook.auth.connection.ProviderCallConfig;
import org.tallybook.auth.connection.ProviderConfig;
import org.tallybook.auth.connection.ProviderConfig.Settings;
import org.tallybook.auth.connection.Providers;

/** Makes providers of the configuration, at the start: a half-configured one stops it with a sentence. */
@Startup
@Singleton
class ConfiguredProviders implements Providers {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Map<String, Provider> providers = new TreeMap<>();
    private final ProviderCalls calls;
    private final TokenEndpoint tokens;
    private final ProviderCallConfig bounds;
    private final Clock clock;
    private final URI publicUrl;

    ConfiguredProviders(
            ProviderConfig config,
            ProviderCallConfig bounds,
            ProviderCalls calls,
            TokenEndpoint tokens,
            Clock clock,
            @ConfigProperty(name = "tallybook.public-url") URI publicUrl) {
        this.calls = calls;
        this.tokens = tokens;
        this.bounds = bounds;
        this.clock = clock;
        this.publicUrl = publicUrl;
        config.providers()
                .forEach((name, settings) -> settings.clientId()
                        .filter(id -> !id.isBlank())
                        .ifPresent(id -> providers.put(name, provider(name, id, settings))));
    }

    @Override
    public List<Provider> all() {
        return List.copyOf(providers.values());
    }

    @Override
    public Optional<Provider> named(String name) {
        return Optional.ofNullable(providers.get(name));
    }

    private Provider provider(String name, String clientId, Settings settings) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("The provider name " + name + " must be of a-z, 0-9 and hyphens.");
        }
        Registration registration = registration(name, clientId, settings);
        if (settings.issuer().isPresent()) {
            return new OpenIdProvider(registration, settings.issuer().get(), calls, tokens, clock);
        }
        var endpoints = new OAuth2Provider.Endpoints(
                required(name, "AUTHORIZE_ENDPOINT", settings.authorizeEndpoint()),
                required(name, "TOKEN_ENDPOINT", settings.tokenEndpoint()),
                required(name, "PROFILE_ENDPOINT", settings.profileEndpoint()),
                settings.emailsEndpoint().orElse(null));
        return new OAuth2Provider(registration, endpoints, calls, tokens);
    }

    private Registration registration(String name, String clientId, Settings settings) {
        String base = publicUrl.toString().replaceFirst("/$", "");
        String callback = base + "/api/v1/auth/oauth/" + name + "/callback";
        return new Registration(
                name,
                settings.label().orElse(name),
                new ClientAccount(name, clientId, secret(name, settings), settings.clientAuthentication()),
                new AuthorizeUrl(clientId, callback, settings.scopes()),
                new ProfileFields(
                        settings.subjectField(),
                        settings.nameField(),
                        settings.emailField(),
                        settings.emailVerifiedField()),
                bounds.keepMetadata());
    }

    private static String secret(String name, Settings settings) {
        String file = required(name, "CLIENT_SECRET_FILE", settings.clientSecretFile());
        try {
            return Files.readString(Path.of(file)).trim();
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    variable(name, "CLIENT_SECRET_FILE") + " cannot be read: " + file, unreadable);
        }
    }

    private static <T> T required(String name, String setting, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException(variable(name, setting) + " is not set."));
    }

    private static String variable(String name, String setting) {
        return "TALLYBOOK_OAUTH_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + setting;
    }
}
