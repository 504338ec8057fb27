package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.EndSessions;
import org.tallybook.auth.session.SecondStep;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The transactions in which a password is replaced: whoever knew the old one is out, and the owner is told by mail. */
@ApplicationScoped
class ReplacePassword {

    private final Identities identities;
    private final Credentials credentials;
    private final MailedLinks links;
    private final SecondStep secondStep;
    private final EndSessions ending;
    private final MailOutbox mails;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    ReplacePassword(
            Identities identities,
            Credentials credentials,
            MailedLinks links,
            SecondStep secondStep,
            EndSessions ending,
            MailOutbox mails,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.identities = identities;
        this.credentials = credentials;
        this.links = links;
        this.secondStep = secondStep;
        this.ending = ending;
        this.mails = mails;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return the sessions that it ended: all but the one that stays */
    @WithTransaction
    public Uni<List<SessionId>> byOwner(UserId user, SessionId stays, NewPassword replacement, Client client) {
        return outbox.lock(user.value())
                .chain(() -> replace(user, replacement, session -> !session.id().equals(stays)))
                .call(() -> audit.note(user, AuditAction.PASSWORD_CHANGED, client, null));
    }

    /** @return the sessions that it ended: all; fails with {@link Rejected} {@code link-invalid} */
    @WithTransaction
    public Uni<List<SessionId>> byLink(UserId owner, OpaqueToken token, NewPassword replacement, Client client) {
        return outbox.lock(owner.value())
                .chain(() -> links.consume(token, LinkPurpose.RESET_PASSWORD, clock.instant()))
                .map(ReplacePassword::require)
                .chain(link -> replace(link.user(), replacement, session -> true))
                .call(() -> audit.note(owner, AuditAction.PASSWORD_RESET, client, null));
    }

    private Uni<List<SessionId>> replace(UserId user, NewPassword replacement, Predicate<Session> ended) {
        return identities
                .find(user)
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.UNAUTHENTICATED)))
                .call(() -> credentials.set(user, replacement.hash(), clock.instant()))
                .call(() -> credentials.markShort(user, replacement.isShort()))
                .call(() -> links.revoke(user, LinkPurpose.RESET_PASSWORD))
                .call(() -> secondStep.abandon(user))
                .call(this::tell)
                .chain(() -> ending.end(user, ended, EndReason.PASSWORD_CHANGED));
    }

    private Uni<Void> tell(Identity owner) {
        return mails.add(
                MailKind.PASSWORD_CHANGED, owner.email(), owner.profile().locale(), null, null);
    }

    private static MailedLink require(Optional<MailedLink> found) {
        return found.orElseThrow(() -> Rejected.because(AccountSlugs.LINK_INVALID));
    }
}
