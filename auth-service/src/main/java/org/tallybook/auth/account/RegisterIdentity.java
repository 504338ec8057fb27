package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.invitation.domain.InvitationId;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.Rejected;

/**
 * Registers a user. Whoever asks learns nothing: the outcome is told by mail to the address, whose owner may know.
 * <ul>
 *   <li>Address and name are free: a new user, and a link to verify the address.
 *   <li>The address is known but not verified: this registration's password takes over, and a link; see
 *       {@link org.tallybook.auth.link.domain.MailedLink} for why that is safe.
 *   <li>The address is verified: a notice that there is an account already.
 *   <li>The name is taken: a notice that says so.
 * </ul>
 */
@ApplicationScoped
public class RegisterIdentity {

    private final AdmitRegistration admission;
    private final Identities identities;
    private final Credentials credentials;
    private final VerificationMails verification;
    private final MailOutbox mails;
    private final UserEvents events;
    private final Audit audit;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    RegisterIdentity(
            AdmitRegistration admission,
            Identities identities,
            Credentials credentials,
            VerificationMails verification,
            MailOutbox mails,
            UserEvents events,
            Audit audit,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.admission = admission;
        this.identities = identities;
        this.credentials = credentials;
        this.verification = verification;
        this.mails = mails;
        this.events = events;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Fails with {@link Rejected} as {@link AdmitRegistration#admit} does, before it is known whose address it is. */
    @WithTransaction
    public Uni<Void> register(Registration wanted, Client client) {
        Identity identity = wanted.identity(new UserId(ids.next()), clock.instant());
        return admission
                .admit(wanted.invitation(), wanted.email())
                .chain(invitation -> add(identity, wanted, client, invitation));
    }

    private Uni<Void> add(Identity identity, Registration wanted, Client client, Optional<InvitationId> invitation) {
        return identities
                .addIfFree(identity)
                .chain(added -> added ? welcome(identity, wanted, client, invitation) : known(wanted));
    }

    private Uni<Void> welcome(
            Identity identity, Registration wanted, Client client, Optional<InvitationId> invitation) {
        return outbox.lock(identity.id().value())
                .chain(() -> credentials.set(identity.id(), wanted.password(), clock.instant()))
                .chain(() -> verification.send(identity, wanted.password()))
                .chain(() -> admission.accepted(invitation, identity.id()))
                .chain(() -> events.registered(identity))
                .chain(() -> audit.note(identity.id(), AuditAction.REGISTERED, client, null));
    }

    private Uni<Void> known(Registration wanted) {
        return identities.withEmail(wanted.email()).chain(found -> answer(found, wanted));
    }

    private Uni<Void> answer(Optional<Identity> found, Registration wanted) {
        if (found.isEmpty()) {
            return notice(MailKind.USERNAME_TAKEN, wanted);
        }
        return found.get().isVerified() ? notice(MailKind.ALREADY_REGISTERED, wanted) : again(found.get(), wanted);
    }

    private Uni<Void> again(Identity unverified, Registration wanted) {
        return outbox.lock(unverified.id().value())
                .chain(() -> credentials.set(unverified.id(), wanted.password(), clock.instant()))
                .chain(() -> verification.send(unverified, wanted.password()));
    }

    private Uni<Void> notice(MailKind kind, Registration wanted) {
        return mails.add(
                kind,
                wanted.email(),
                wanted.profile().locale(),
                null,
                wanted.profile().username().value());
    }
}
