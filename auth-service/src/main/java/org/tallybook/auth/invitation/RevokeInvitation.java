package org.tallybook.auth.invitation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.InvitationId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Takes an invitation back. Who has registered with it stays. */
@ApplicationScoped
public class RevokeInvitation {

    private final Invitations invitations;
    private final Audit audit;
    private final Outbox outbox;

    RevokeInvitation(Invitations invitations, Audit audit, Outbox outbox) {
        this.invitations = invitations;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Fails with {@link Rejected} {@code not-found}. */
    @WithTransaction
    public Uni<Void> revoke(UserId administrator, InvitationId id, Client client) {
        return outbox.lock(administrator.value())
                .chain(() -> invitations.remove(id))
                .invoke(RevokeInvitation::requireFound)
                .chain(() -> audit.note(administrator, AuditAction.INVITATION_REVOKED, client, id.toString()));
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw Rejected.because(KitSlugs.NOT_FOUND);
        }
    }
}
