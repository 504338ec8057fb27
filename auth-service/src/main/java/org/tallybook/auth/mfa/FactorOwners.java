package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Begins every change of a user's second factors: changes of one user take turns. Needs a transaction. */
@ApplicationScoped
public class FactorOwners {

    private final Identities identities;
    private final Outbox outbox;

    FactorOwners(Identities identities, Outbox outbox) {
        this.identities = identities;
        this.outbox = outbox;
    }

    /** Fails with {@link Rejected} {@code unauthenticated} if the account was deleted meanwhile. */
    public Uni<Identity> lock(UserId user) {
        return outbox.lock(user.value())
                .chain(() -> identities.find(user))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.UNAUTHENTICATED)));
    }
}
