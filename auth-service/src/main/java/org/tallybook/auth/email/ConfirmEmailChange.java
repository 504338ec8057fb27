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
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.kit.outbox.Outbox;

/** Takes the consent of one address; with that of the other the account moves. */
@ApplicationScoped
public class ConfirmEmailChange {

    private final MailedLinks links;
    private final EmailChanges changes;
    private final Identities identities;
    private final ChangeMails mails;
    private final UserEvents events;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    ConfirmEmailChange(
            MailedLinks links,
            EmailChanges changes,
            Identities identities,
            ChangeMails mails,
            UserEvents events,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.links = links;
        this.changes = changes;
        this.identities = identities;
        this.mails = mails;
        this.events = events;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return false if the token is of no link of this kind that can still be used */
    @WithTransaction
    public Uni<Boolean> confirm(OpaqueToken token) {
        return confirm(token, LinkPurpose.CONFIRM_MOVE_FROM)
                .chain(done -> done ? Uni.createFrom().item(true) : confirm(token, LinkPurpose.CONFIRM_MOVE_TO));
    }

    private Uni<Boolean> confirm(OpaqueToken token, LinkPurpose purpose) {
        return links.ownerOf(token, purpose, clock.instant())
                .chain(owner -> owner.isEmpty() ? Uni.createFrom().item(false) : confirm(owner.get(), token, purpose));
    }

    private Uni<Boolean> confirm(UserId owner, OpaqueToken token, LinkPurpose purpose) {
        return outbox.lock(owner.value())
                .chain(() -> links.consume(token, purpose, clock.instant()))
                .chain(link -> link.isEmpty() ? Uni.createFrom().item(false) : agree(link.get(), purpose));
    }

    private Uni<Boolean> agree(MailedLink link, LinkPurpose purpose) {
        return changes.find(link.user())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : settle(agreed(found.get(), purpose)).replaceWith(true));
    }

    private static EmailChange agreed(EmailChange change, LinkPurpose purpose) {
        return purpose == LinkPurpose.CONFIRM_MOVE_FROM ? change.confirmByOld() : change.confirmByNew();
    }

    private Uni<Void> settle(EmailChange change) {
        return change.isAgreed()
                ? identities.withEmail(change.wanted()).chain(taken -> finish(change, taken))
                : changes.put(change);
    }

    /** An address that somebody took in the meantime stays theirs: the wish is dropped. */
    private Uni<Void> finish(EmailChange change, Optional<Identity> taken) {
        Uni<Void> gone = changes.remove(change.user()).chain(() -> mails.revoke(change.user()));
        return taken.isPresent()
                ? gone
                : gone.chain(() -> identities.find(change.user())).chain(found -> move(found.orElseThrow(), change));
    }

    private Uni<Void> move(Identity owner, EmailChange change) {
        Identity moved = owner.moveTo(change.wanted(), clock.instant());
        return identities
                .save(moved)
                .chain(() -> events.profileChanged(moved))
                .chain(() -> mails.moved(moved, owner.email(), moved.email()))
                .chain(() -> audit.note(moved.id(), AuditAction.EMAIL_CHANGED, null, null));
    }
}
