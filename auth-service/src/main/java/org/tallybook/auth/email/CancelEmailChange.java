package org.tallybook.auth.email;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.outbox.Outbox;

/** Takes a wish to move back; nothing to take back is fine too. */
@ApplicationScoped
public class CancelEmailChange {

    private final EmailChanges changes;
    private final ChangeMails mails;
    private final Outbox outbox;

    CancelEmailChange(EmailChanges changes, ChangeMails mails, Outbox outbox) {
        this.changes = changes;
        this.mails = mails;
        this.outbox = outbox;
    }

    @WithTransaction
    public Uni<Void> cancel(UserId user) {
        return outbox.lock(user.value()).chain(() -> changes.remove(user)).chain(() -> mails.revoke(user));
    }
}
