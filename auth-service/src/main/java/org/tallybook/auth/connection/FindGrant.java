package org.tallybook.auth.connection;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.connection.domain.Grant;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.SessionSlugs;
import org.tallybook.kit.problem.Rejected;

/** What a user has granted at one provider, as stored now. */
@ApplicationScoped
class FindGrant {

    private final Identities identities;
    private final LinkedAccounts accounts;
    private final Grants grants;

    FindGrant(Identities identities, LinkedAccounts accounts, Grants grants) {
        this.identities = identities;
        this.accounts = accounts;
        this.grants = grants;
    }

    record Found(LinkedAccount account, Grant grant) {}

    /** Fails with {@link Rejected} {@code connection-missing} or {@code account-locked}. */
    @WithSession
    public Uni<Found> find(UserId user, String provider) {
        return identities
                .find(user)
                .invoke(FindGrant::requireUnlocked)
                .chain(() -> accounts.ofUser(user))
                .map(all -> at(provider, all))
                .chain(account -> grants.of(account.id())
                        .map(grant -> new Found(account, grant.orElseThrow(FindGrant::missing))));
    }

    private static void requireUnlocked(Optional<Identity> owner) {
        if (owner.isPresent() && owner.get().isLocked()) {
            throw Rejected.because(SessionSlugs.ACCOUNT_LOCKED);
        }
    }

    private static LinkedAccount at(String provider, List<LinkedAccount> all) {
        return all.stream()
                .filter(account -> account.provider().equals(provider))
                .findFirst()
                .orElseThrow(FindGrant::missing);
    }

    private static Rejected missing() {
        return Rejected.because(ConnectionSlugs.CONNECTION_MISSING);
    }
}
