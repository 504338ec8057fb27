package org.tallybook.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Ends sessions because their owner wants it. The database first; {@link TellRevocations} after the commit. */
@ApplicationScoped
public class LogOut {

    private final EndSessions ending;
    private final Audit audit;
    private final Outbox outbox;

    LogOut(EndSessions ending, Audit audit, Outbox outbox) {
        this.ending = ending;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Ends one session; a second time changes nothing. */
    @WithTransaction
    public Uni<List<SessionId>> one(UserId user, SessionId id, Client client) {
        return outbox.lock(user.value())
                .chain(() -> ending.end(user, session -> session.id().equals(id), EndReason.LOGOUT))
                .call(ended -> ended.isEmpty() ? nothing() : noteOne(user, id, client));
    }

    /** Ends one session that must be live and the user's own; fails with {@link Rejected} {@code not-found}. */
    @WithTransaction
    public Uni<List<SessionId>> listed(UserId user, SessionId id, Client client) {
        return one(user, id, client).invoke(LogOut::requireSome);
    }

    /** Ends every session of the user. */
    @WithTransaction
    public Uni<List<SessionId>> everywhere(UserId user, Client client) {
        return outbox.lock(user.value())
                .chain(() -> ending.end(user, session -> true, EndReason.LOGOUT_ALL))
                .call(() -> audit.note(user, AuditAction.ALL_SESSIONS_ENDED, client, null));
    }

    private Uni<Void> noteOne(UserId user, SessionId id, Client client) {
        return audit.note(user, AuditAction.SESSION_ENDED, client, id.toString());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static void requireSome(List<SessionId> ended) {
        if (ended.isEmpty()) {
            throw Rejected.because(KitSlugs.NOT_FOUND);
        }
    }
}
