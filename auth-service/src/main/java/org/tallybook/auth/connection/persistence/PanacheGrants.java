package org.tallybook.auth.connection.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.Grants;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.Grant;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.connection.domain.Scopes;
import org.tallybook.auth.secret.SealingKey;
import org.tallybook.auth.secret.Secrets;

/** Tokens are sealed for their link and their place in it: no two can be swapped. */
@ApplicationScoped
class PanacheGrants implements Grants, PanacheRepositoryBase<GrantRow, UUID> {

    private static final String ACCESS = "access token of link ";
    private static final String REFRESH = "refresh token of link ";

    private final SealingKey key;

    PanacheGrants(Secrets secrets) {
        this.key = secrets.sealingKeyFor("provider-token");
    }

    @Override
    public Uni<Optional<Grant>> of(ConnectionId link) {
        return findById(link.value()).map(row -> Optional.ofNullable(row).map(this::grant));
    }

    @Override
    public Uni<Void> save(Grant grant) {
        return findById(grant.link().value())
                .map(row -> row == null ? fresh(grant) : row)
                .invoke(row -> take(row, grant))
                .chain(this::persistAndFlush)
                .replaceWithVoid();
    }

    private static GrantRow fresh(Grant grant) {
        var row = new GrantRow();
        row.linkId = grant.link().value();
        return row;
    }

    private void take(GrantRow row, Grant grant) {
        ProviderTokens tokens = grant.tokens();
        row.version = grant.version();
        row.accessToken = tokens == null ? null : seal(ACCESS, row.linkId, tokens.accessToken());
        row.refreshToken = tokens == null ? null : seal(REFRESH, row.linkId, tokens.refreshToken());
        row.expiresAt = tokens == null ? null : tokens.expiresAt();
        row.scopes = tokens == null || tokens.scopes() == null
                ? null
                : tokens.scopes().text();
        row.refreshedAt = grant.refreshedAt();
        row.leasedUntil = grant.leasedUntil();
        row.retryAt = grant.retryAt();
        row.failures = grant.failures();
    }

    private Grant grant(GrantRow row) {
        return new Grant(
                new ConnectionId(row.linkId),
                row.version,
                tokens(row),
                row.refreshedAt,
                row.leasedUntil,
                row.retryAt,
                row.failures);
    }

    private @Nullable ProviderTokens tokens(GrantRow row) {
        String access = open(ACCESS, row.linkId, row.accessToken);
        return access == null
                ? null
                : new ProviderTokens(
                        access,
                        open(REFRESH, row.linkId, row.refreshToken),
                        row.expiresAt,
                        row.scopes == null ? null : Scopes.parse(row.scopes));
    }

    private byte @Nullable [] seal(String place, UUID link, @Nullable String token) {
        return token == null ? null : key.seal(place + link, token.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String open(String place, UUID link, byte @Nullable [] sealed) {
        return sealed == null ? null : new String(key.open(place + link, sealed), StandardCharsets.UTF_8);
    }
}
