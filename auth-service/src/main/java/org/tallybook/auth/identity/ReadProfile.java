package org.tallybook.auth.identity;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Shows users themselves. */
@ApplicationScoped
public class ReadProfile {

    private final Identities identities;

    ReadProfile(Identities identities) {
        this.identities = identities;
    }

    /** Fails with {@link Rejected} {@code unauthenticated} if the user was deleted while the token lived. */
    @WithSession
    public Uni<Identity> read(UserId user) {
        return identities.find(user).map(found -> found.orElseThrow(ReadProfile::gone));
    }

    private static Rejected gone() {
        return Rejected.because(KitSlugs.UNAUTHENTICATED);
    }
}
