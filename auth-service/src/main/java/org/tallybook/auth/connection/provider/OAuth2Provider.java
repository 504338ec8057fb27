package org.tallybook.auth.connection.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.Attempt;
import org.tallybook.auth.connection.Provider;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.connection.domain.ProviderUser;

/**
 * An OAuth 2 provider without OpenID: who somebody is, its profile endpoint says. That is safe here because the access
 * token comes from the provider itself, for our code, and never from a browser.
 */
final class OAuth2Provider implements Provider {

    private final Registration registration;
    private final Endpoints endpoints;
    private final ProviderCalls calls;
    private final TokenEndpoint tokens;

    OAuth2Provider(Registration registration, Endpoints endpoints, ProviderCalls calls, TokenEndpoint tokens) {
        this.registration = registration;
        this.endpoints = endpoints;
        this.calls = calls;
        this.tokens = tokens;
    }

    /**
     * Where it is.
     *
     * @param emails its list of the user's addresses; null if the profile says all that it says
     */
    record Endpoints(
            URI authorize, URI token, URI profile, @Nullable URI emails) {}

    @Override
    public String name() {
        return registration.name();
    }

    @Override
    public String label() {
        return registration.label();
    }

    @Override
    public Uni<URI> authorizeUrl(Attempt attempt) {
        return Uni.createFrom().item(registration.authorizeUrl().of(endpoints.authorize(), attempt, false));
    }

    @Override
    public Uni<ProviderUser> redeem(String code, Attempt attempt) {
        return tokens.redeem(registration.account(), endpoints.token(), registration.exchange(code, attempt))
                .map(registration::granted)
                .chain(granted -> profile(granted.accessToken())
                        .map(registration.fields()::profile)
                        .map(profile -> new ProviderUser(name(), profile, granted)));
    }

    /** Without a refresh token there is nothing to renew; that the token still works is all we can find out. */
    @Override
    public Uni<ProviderTokens> refresh(ProviderTokens old) {
        return old.refreshToken() == null
                ? calls.get(endpoints.profile(), old.accessToken()).replaceWith(old)
                : tokens.refresh(registration.account(), endpoints.token(), old.refreshToken());
    }

    private Uni<JsonObject> profile(String accessToken) {
        URI emails = endpoints.emails();
        Uni<JsonObject> profile = calls.get(endpoints.profile(), accessToken).map(Answers::object);
        return emails == null
                ? profile
                : profile.chain(found ->
                        calls.get(emails, accessToken).map(Answers::array).map(list -> withPrimaryOf(found, list)));
    }

    private JsonObject withPrimaryOf(JsonObject profile, JsonArray emails) {
        return emails.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(entry -> Boolean.TRUE.equals(entry.getValue("primary")))
                .findFirst()
                .map(primary -> profile.put(registration.fields().email(), primary.getValue("email"))
                        .put(registration.fields().emailVerified(), primary.getValue("verified")))
                .orElse(profile);
    }
}
