package org.tallybook.auth.mfa.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.LoginChallenges;
import org.tallybook.auth.mfa.domain.LoginChallenge;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.kit.id.Ids;

@ApplicationScoped
class PanacheLoginChallenges implements LoginChallenges, PanacheRepositoryBase<LoginChallengeRow, UUID> {

    private static final String OF_TOKEN = "tokenHash";

    private final TokenKeys keys;
    private final Ids ids;

    PanacheLoginChallenges(TokenKeys keys, Ids ids) {
        this.keys = keys;
        this.ids = ids;
    }

    @Override
    public Uni<Void> add(OpaqueToken token, LoginChallenge challenge) {
        return persistAndFlush(LoginChallengeRow.of(ids.next(), challenge, keys.digest(token)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<LoginChallenge>> find(OpaqueToken token) {
        return find(OF_TOKEN, keys.digest(token))
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(LoginChallengeRow::toChallenge));
    }

    @Override
    public Uni<Void> countFailure(OpaqueToken token) {
        return update("failures = failures + 1 where tokenHash = ?1", keys.digest(token))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(OpaqueToken token) {
        return delete(OF_TOKEN, keys.digest(token)).replaceWithVoid();
    }

    @Override
    public Uni<Void> removeAll(UserId user) {
        return delete("userId", user.value()).replaceWithVoid();
    }
}
