package org.tallybook.auth.connection.provider;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tallybook.auth.connection.ProviderCallConfig;
import org.tallybook.auth.connection.ProviderConfig.ClientAuthentication;
import org.tallybook.auth.connection.domain.ProviderFailure;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.connection.domain.Scopes;

/** Exchanges codes and refresh tokens with Quarkus' OIDC client, one instance a provider. */
@Singleton
class TokenEndpoint {

    /** Only what could not even connect is tried again, so no code or token is shown twice. */
    private static final int CONNECT_AGAIN = 1;

    private final OidcClients clients;
    private final ProviderCalls calls;
    private final ProviderCallConfig config;
    private final ConcurrentMap<Key, Uni<OidcClient>> known = new ConcurrentHashMap<>();

    TokenEndpoint(OidcClients clients, ProviderCalls calls, ProviderCallConfig config) {
        this.clients = clients;
        this.calls = calls;
        this.config = config;
    }

    private record Key(String clientId, URI address) {}

    /** Answers the whole response, for it may hold an ID token. */
    Uni<Tokens> redeem(ClientAccount account, URI address, Map<String, String> parameters) {
        return calls.bounded(client(account, address)
                .chain(client -> client.getTokens(parameters))
                .invoke(TokenEndpoint::requireAccessToken));
    }

    Uni<ProviderTokens> refresh(ClientAccount account, URI address, String refreshToken) {
        return calls.bounded(client(account, address)
                .chain(client -> client.refreshTokens(refreshToken))
                .invoke(TokenEndpoint::requireAccessToken)
                .map(TokenEndpoint::tokens));
    }

    static ProviderTokens tokens(Tokens answer) {
        Long expires = answer.getAccessTokenExpiresAt();
        String scopes = answer.get("scope");
        return new ProviderTokens(
                answer.getAccessToken(),
                answer.getRefreshToken(),
                expires == null ? null : Instant.ofEpochSecond(expires),
                scopes == null ? null : Scopes.parse(scopes));
    }

    private static void requireAccessToken(Tokens answer) {
        if (answer.getAccessToken() == null || answer.getAccessToken().isBlank()) {
            throw ProviderFailure.wrong("no access token");
        }
    }

    private Uni<OidcClient> client(ClientAccount account, URI address) {
        return known.computeIfAbsent(
                new Key(account.id(), address),
                key -> clients.newClient(settings(account, address)).memoize().indefinitely());
    }

    private OidcClientConfig settings(ClientAccount account, URI address) {
        Method method = account.authentication() == ClientAuthentication.POST ? Method.POST : Method.BASIC;
        return OidcClientConfig.builder()
                .id(account.provider())
                .discoveryEnabled(false)
                .tokenPath(address.toString())
                .clientId(account.id())
                .credentials()
                .clientSecret(account.secret(), method)
                .end()
                .grant(OidcClientConfig.Grant.Type.CODE)
                .connectionTimeout(config.connectTimeout())
                .connectionRetryCount(CONNECT_AGAIN)
                .followRedirects(false)
                .build();
    }
}
