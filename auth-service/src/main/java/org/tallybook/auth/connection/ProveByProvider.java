package org.tallybook.auth.connection;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ProviderUser;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.Sessions;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Opens a session's sudo window again for a user who has just signed in at a provider: who has no password needs it. */
@ApplicationScoped
class ProveByProvider {

    private final LinkedAccounts accounts;
    private final KeepGrant keeping;
    private final Sessions sessions;
    private final RecentProof proof;
    private final Outbox outbox;
    private final Clock clock;

    ProveByProvider(
            LinkedAccounts accounts,
            KeepGrant keeping,
            Sessions sessions,
            RecentProof proof,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.sessions = sessions;
        this.proof = proof;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The account that proved it. Fails with {@link Rejected} {@code unauthenticated} for a session that is over
     * meanwhile, {@code provider-user-wrong} unless the account there is linked with this very user.
     */
    @WithTransaction
    public Uni<LinkedAccount> prove(UserId user, SessionId session, ProviderUser shown) {
        return outbox.lock(user.value())
                .chain(() -> sessions.find(session))
                .invoke(found -> requireLive(found, user))
                .chain(() -> accounts.of(shown.provider(), shown.profile().subject()))
                .map(found -> found.filter(account -> account.user().equals(user))
                        .orElseThrow(() -> Rejected.because(ConnectionSlugs.PROVIDER_USER_WRONG)))
                .chain(account -> keeping.keep(account, shown))
                .call(() -> proof.renew(session));
    }

    private void requireLive(Optional<Session> found, UserId user) {
        if (found.filter(session ->
                        session.isLive(clock.instant()) && session.user().equals(user))
                .isEmpty()) {
            throw Rejected.because(KitSlugs.UNAUTHENTICATED);
        }
    }
}
