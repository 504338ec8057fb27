package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.Administrators;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.Rejected;

/** Takes the proof that an address belongs to its user; the account can be used from then on. */
@ApplicationScoped
public class VerifyEmail {

    private final MailedLinks links;
    private final Identities identities;
    private final Administrators administrators;
    private final Credentials credentials;
    private final UserEvents events;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    VerifyEmail(
            MailedLinks links,
            Identities identities,
            Administrators administrators,
            Credentials credentials,
            UserEvents events,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.links = links;
        this.identities = identities;
        this.administrators = administrators;
        this.credentials = credentials;
        this.events = events;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Fails with {@link Rejected} {@code link-invalid}; of two who use one link at once, one succeeds. */
    @WithTransaction
    public Uni<Void> verify(OpaqueToken token, Client client) {
        return links.ownerOf(token, LinkPurpose.VERIFY_EMAIL, clock.instant())
                .map(VerifyEmail::require)
                .call(owner -> outbox.lock(owner.value()))
                .chain(() -> links.consume(token, LinkPurpose.VERIFY_EMAIL, clock.instant()))
                .map(VerifyEmail::require)
                .chain(link -> use(link, client));
    }

    private Uni<Void> use(MailedLink link, Client client) {
        UserId user = link.user();
        return identities
                .find(user)
                .map(VerifyEmail::require)
                .call(() -> links.revoke(user, LinkPurpose.VERIFY_EMAIL))
                .chain(identity ->
                        identity.isVerified() ? Uni.createFrom().voidItem() : verify(identity, link, client));
    }

    private Uni<Void> verify(Identity identity, MailedLink link, Client client) {
        Identity known = identity.verify(clock.instant());
        Identity verified = administrators.isNamed(known) ? known.asAdministrator() : known;
        return identities
                .save(verified)
                .chain(() -> putInForce(link.password(), verified.id()))
                .chain(() -> events.verified(verified))
                .chain(() -> note(verified, client));
    }

    private Uni<Void> note(Identity verified, Client client) {
        return audit.note(verified.id(), AuditAction.EMAIL_VERIFIED, client, null)
                .chain(() -> administrators.isNamed(verified)
                        ? audit.note(verified.id(), AuditAction.ADMINISTRATOR_APPOINTED, null, null)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> putInForce(@org.jspecify.annotations.Nullable PasswordHash password, UserId user) {
        return password == null ? Uni.createFrom().voidItem() : credentials.set(user, password, clock.instant());
    }

    private static <T> T require(Optional<T> found) {
        return found.orElseThrow(() -> Rejected.because(AccountSlugs.LINK_INVALID));
    }
}
