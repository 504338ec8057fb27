package org.tallybook.auth.email;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.email.domain.EmailChange;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Asks both addresses whether an account may move. A new address that belongs to somebody else gets a notice in place
 * of its link, so the answer tells nobody who has an account.
 */
@ApplicationScoped
public class RequestEmailChange {

    private final Identities identities;
    private final EmailChanges changes;
    private final ChangeMails mails;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    RequestEmailChange(
            Identities identities, EmailChanges changes, ChangeMails mails, Audit audit, Outbox outbox, Clock clock) {
        this.identities = identities;
        this.changes = changes;
        this.mails = mails;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes the place of an earlier wish. */
    @WithTransaction
    public Uni<Void> request(UserId user, EmailAddress wanted, Client client) {
        return outbox.lock(user.value())
                .chain(() -> identities.find(user))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.UNAUTHENTICATED)))
                .call(owner -> changes.put(EmailChange.request(user, wanted, clock.instant())))
                .chain(owner -> ask(owner, wanted).chain(() -> note(owner, client)));
    }

    private Uni<Void> ask(Identity owner, EmailAddress wanted) {
        return mails.revoke(owner.id())
                .chain(() -> mails.link(
                        owner, owner.email(), MailKind.CONFIRM_MOVE_FROM, LinkPurpose.CONFIRM_MOVE_FROM, wanted))
                .chain(() -> identities.withEmail(wanted))
                .chain(taken -> askNew(owner, wanted, taken));
    }

    private Uni<Void> askNew(Identity owner, EmailAddress wanted, Optional<Identity> taken) {
        return taken.isEmpty()
                ? mails.link(owner, wanted, MailKind.CONFIRM_MOVE_TO, LinkPurpose.CONFIRM_MOVE_TO, wanted)
                : mails.notice(taken.get(), wanted, MailKind.ALREADY_REGISTERED);
    }

    private Uni<Void> note(Identity owner, Client client) {
        return audit.note(owner.id(), AuditAction.EMAIL_CHANGE_REQUESTED, client, null);
    }
}
