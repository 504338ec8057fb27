package org.tallybook.auth.invitation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.Invitation;
import org.tallybook.auth.invitation.domain.InvitationId;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.outbox.Outbox;

/** Invites somebody: the link is shown to whoever invites, and mailed if the invitation is for one address. */
@ApplicationScoped
public class CreateInvitation {

    private final Invitations invitations;
    private final InvitationConfig config;
    private final TokenKeys keys;
    private final MailOutbox mails;
    private final Audit audit;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final String page;

    CreateInvitation(
            Invitations invitations,
            InvitationConfig config,
            TokenKeys keys,
            MailOutbox mails,
            Audit audit,
            Outbox outbox,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "tallybook.public-url") String publicUrl) {
        this.invitations = invitations;
        this.config = config;
        this.keys = keys;
        this.mails = mails;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.page = publicUrl.replaceAll("/+$", "") + MailKind.INVITATION.path();
    }

    /**
     * What is wanted.
     *
     * @param email the only address that may register with it, and where it is mailed; null for any
     * @param days how long it lasts; null for as long as usual
     * @param locale of the mail
     */
    public record Wish(
            @Nullable EmailAddress email, @Nullable Integer days, Locale locale) {}

    /** By an administrator. */
    @WithTransaction
    public Uni<NewInvitation> create(UserId administrator, Wish wish, Client client) {
        NewInvitation fresh = fresh(administrator, wish);
        return outbox.lock(administrator.value())
                .chain(() -> store(fresh, wish))
                .chain(() -> audit.note(administrator, AuditAction.INVITATION_CREATED, client, name(fresh)))
                .replaceWith(fresh);
    }

    /** By the operator, who needs no account for that. */
    @WithTransaction
    public Uni<NewInvitation> createAtTheDesk(Wish wish) {
        NewInvitation fresh = fresh(null, wish);
        return store(fresh, wish).replaceWith(fresh);
    }

    private NewInvitation fresh(@Nullable UserId by, Wish wish) {
        Instant now = clock.instant();
        Integer days = wish.days();
        Instant end = now.plus(Duration.ofDays(days == null ? config.days() : days));
        var id = new InvitationId(ids.next());
        return new NewInvitation(
                new Invitation(id, wish.email(), by, now, end, null),
                URI.create(page + "?" + MailKind.INVITATION.parameter() + "="
                        + token(id).text()));
    }

    private Uni<Void> store(NewInvitation fresh, Wish wish) {
        InvitationId id = fresh.invitation().id();
        EmailAddress email = wish.email();
        return invitations
                .add(fresh.invitation(), InvitationKey.of(keys.digest(token(id))))
                .chain(() -> email == null
                        ? Uni.createFrom().voidItem()
                        : mails.add(MailKind.INVITATION, email, wish.locale(), id.value(), null));
    }

    /** Derived from the id as those of all mailed links, so that a waiting mail holds no secret. */
    private OpaqueToken token(InvitationId id) {
        return keys.ofLink(id.value());
    }

    private static String name(NewInvitation fresh) {
        return fresh.invitation().id().toString();
    }
}
