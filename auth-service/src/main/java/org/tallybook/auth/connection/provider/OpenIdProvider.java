package org.tallybook.auth.connection.provider;

import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.tallybook.auth.connection.Attempt;
import org.tallybook.auth.connection.Provider;
import org.tallybook.auth.connection.domain.ProviderFailure;
import org.tallybook.auth.connection.domain.ProviderProfile;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.connection.domain.ProviderUser;

/** An OpenID Connect provider: it tells its endpoints and keys by itself and signs who somebody is. */
final class OpenIdProvider implements Provider {

    /** A token signed with a key we do not know makes us look again, but not more often. */
    private static final Duration KEYS_AT_LEAST = Duration.ofSeconds(30);

    private final Registration registration;
    private final URI issuer;
    private final ProviderCalls calls;
    private final TokenEndpoint tokens;
    private final Clock clock;
    private final Kept<Metadata> metadata;
    private final Kept<JsonWebKeySet> keys;

    OpenIdProvider(Registration registration, URI issuer, ProviderCalls calls, TokenEndpoint tokens, Clock clock) {
        this.registration = registration;
        this.issuer = issuer;
        this.calls = calls;
        this.tokens = tokens;
        this.clock = clock;
        this.metadata = new Kept<>(this::discover, registration.keepMetadata(), clock);
        this.keys = new Kept<>(this::readKeys, registration.keepMetadata(), clock);
    }

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
        return metadata.get().map(known -> registration.authorizeUrl().of(known.authorize(), attempt, true));
    }

    @Override
    public Uni<ProviderUser> redeem(String code, Attempt attempt) {
        return metadata.get()
                .chain(known ->
                        tokens.redeem(registration.account(), known.token(), registration.exchange(code, attempt)))
                .chain(answer -> identify(answer, attempt)
                        .map(profile -> new ProviderUser(name(), profile, registration.granted(answer))));
    }

    @Override
    public Uni<ProviderTokens> refresh(ProviderTokens old) {
        String refreshToken = old.refreshToken();
        return refreshToken == null
                ? userInfo(old.accessToken()).replaceWith(old)
                : metadata.get().chain(known -> tokens.refresh(registration.account(), known.token(), refreshToken));
    }

    private Uni<ProviderProfile> identify(Tokens answer, Attempt attempt) {
        String idToken = answer.get("id_token");
        if (idToken == null) {
            throw ProviderFailure.wrong("no ID token");
        }
        return keyOf(idToken)
                .map(key -> new IdTokens(
                                issuer.toString(), registration.account().id())
                        .verify(idToken, key, attempt, clock.instant()))
                .map(claims -> new JsonObject(claims.getClaimsMap()))
                .chain(claims -> complete(claims, answer.getAccessToken()))
                .map(registration.fields()::profile);
    }

    /** Many providers put name and address into the user info alone; it must be about the same user. */
    private Uni<JsonObject> complete(JsonObject claims, String accessToken) {
        if (claims.containsKey("email")) {
            return Uni.createFrom().item(claims);
        }
        return userInfo(accessToken).map(info -> {
            if (!info.isEmpty() && !claims.getValue("sub").equals(info.getValue("sub"))) {
                throw ProviderFailure.wrong("user info of somebody else");
            }
            return info.mergeIn(claims);
        });
    }

    private Uni<JsonObject> userInfo(String accessToken) {
        return metadata.get()
                .chain(known -> known.profile() == null
                        ? Uni.createFrom().item(new JsonObject())
                        : calls.get(known.profile(), accessToken).map(Answers::object));
    }

    private Uni<JsonWebKey> keyOf(String idToken) {
        return keys.get()
                .map(set -> IdTokens.keyOf(idToken, set))
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : keys.youngerThan(KEYS_AT_LEAST).map(set -> IdTokens.keyOf(idToken, set)))
                .map(found -> found.orElseThrow(() -> ProviderFailure.wrong("ID token signed with an unknown key")));
    }

    private Uni<Metadata> discover() {
        String base = issuer.toString().replaceFirst("/$", "");
        return calls.get(URI.create(base + "/.well-known/openid-configuration"), null)
                .map(body -> Metadata.of(Answers.object(body), issuer));
    }

    private Uni<JsonWebKeySet> readKeys() {
        return metadata.get().chain(known -> calls.get(known.keys(), null)).map(OpenIdProvider::keySet);
    }

    private static JsonWebKeySet keySet(Buffer body) {
        try {
            return new JsonWebKeySet(body.toString());
        } catch (JoseException unreadable) {
            throw ProviderFailure.wrong("key set cannot be read");
        }
    }
}
