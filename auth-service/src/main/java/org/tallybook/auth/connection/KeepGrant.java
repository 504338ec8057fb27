package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.tallybook.auth.connection.domain.Grant;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ProviderUser;

/** The step that linking and signing in share: what the provider just granted is kept and heals the link. */
@ApplicationScoped
class KeepGrant {

    private final LinkedAccounts accounts;
    private final Grants grants;
    private final Clock clock;

    KeepGrant(LinkedAccounts accounts, Grants grants, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    /** Needs a transaction that has locked the user's stream. */
    Uni<LinkedAccount> keep(LinkedAccount known, ProviderUser user) {
        Instant now = clock.instant();
        LinkedAccount seen = known.seen(user.profile(), now);
        return accounts.save(seen)
                .chain(() -> grants.of(known.id()))
                .map(found -> found.map(grant -> grant.renewed(user.tokens(), now))
                        .orElseGet(() -> Grant.of(known.id(), user.tokens(), now)))
                .chain(grants::save)
                .replaceWith(seen);
    }
}
