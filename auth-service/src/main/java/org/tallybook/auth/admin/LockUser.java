package org.tallybook.auth.admin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.kit.problem.Rejected;

/** Locks a user out, at once and everywhere, and lets them in again. */
@ApplicationScoped
public class LockUser {

    private final ChangeLock change;
    private final TellRevocations revocations;

    LockUser(ChangeLock change, TellRevocations revocations) {
        this.change = change;
        this.revocations = revocations;
    }

    /** Fails with {@link Rejected} {@code own-account}, {@code last-administrator} or {@code not-found}. */
    public Uni<Void> lock(AdminAct act) {
        if (act.actor().equals(act.user())) {
            return Uni.createFrom().failure(Rejected.because(AdminSlugs.OWN_ACCOUNT));
        }
        return change.lock(act).chain(revocations::sessions).chain(() -> revocations.user(act.user()));
    }

    /** Fails with {@link Rejected} {@code not-found}. Sessions stay over; personal access tokens work again. */
    public Uni<Void> unlock(AdminAct act) {
        return change.unlock(act);
    }
}
