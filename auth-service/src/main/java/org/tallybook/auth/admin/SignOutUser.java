package org.tallybook.auth.admin;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.session.EndSessions;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Ends all sessions of a user, who may sign in again. */
@ApplicationScoped
public class SignOutUser {

    private final Identities identities;
    private final EndSessions ending;
    private final Audit audit;
    private final Outbox outbox;

    SignOutUser(Identities identities, EndSessions ending, Audit audit, Outbox outbox) {
        this.identities = identities;
        this.ending = ending;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** @return the sessions that it ended; fails with {@link Rejected} {@code not-found} */
    @WithTransaction
    public Uni<List<SessionId>> signOut(AdminAct act) {
        return outbox.lock(act.user().value())
                .chain(() -> identities.find(act.user()))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)))
                .chain(() -> ending.end(act.user(), session -> true, EndReason.LOGOUT_ALL))
                .call(() -> audit.noteBy(act.actor(), act.user(), AuditAction.ALL_SESSIONS_ENDED, act.client(), null));
    }
}
