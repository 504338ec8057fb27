package org.tallybook.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.device.KnownDevices;
import org.tallybook.auth.device.domain.DeviceTraits;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.outbox.Outbox;

/** Finds who a login may mean. */
@ApplicationScoped
class Candidates {

    /** No user has this id: ours are UUIDv7. */
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final Identities identities;
    private final Credentials credentials;
    private final KnownDevices devices;
    private final MailOutbox mails;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    Candidates(
            Identities identities,
            Credentials credentials,
            KnownDevices devices,
            MailOutbox mails,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.identities = identities;
        this.credentials = credentials;
        this.devices = devices;
        this.mails = mails;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Asks the database the same questions whether there is such a user or not.
     *
     * @param login with an at sign an e-mail address, without one a username
     * @param client where it was typed
     */
    @WithSession
    public Uni<Candidate> named(String login, Client client) {
        DeviceTraits device = DeviceTraits.of(client);
        return identity(login).chain(found -> candidate(found.orElse(null), device));
    }

    /** Tells the owner of an account that somebody keeps trying passwords. */
    @WithTransaction
    public Uni<Void> warn(Candidate candidate) {
        Identity owner = candidate.identity();
        if (owner == null) {
            return Uni.createFrom().voidItem();
        }
        return mails.add(
                        MailKind.SIGN_IN_STOPPED, owner.email(), owner.profile().locale(), null, null)
                .chain(() -> audit.note(owner.id(), AuditAction.SIGN_IN_STOPPED, null, null));
    }

    /** Replaces a hash unless the password was changed meanwhile. */
    @WithTransaction
    public Uni<Void> renew(UserId user, PasswordHash old, PasswordHash renewed) {
        return outbox.lock(user.value())
                .chain(() -> credentials.find(user))
                .chain(found -> found.filter(hash -> hash.encoded().equals(old.encoded()))
                        .map(same -> credentials.set(user, renewed, clock.instant()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Identity>> identity(String login) {
        try {
            return login.indexOf('@') >= 0
                    ? identities.withEmail(new EmailAddress(login))
                    : identities.withUsername(new Username(login));
        } catch (IllegalArgumentException nobodysName) {
            return Uni.createFrom().item(Optional.empty());
        }
    }

    private Uni<Candidate> candidate(@Nullable Identity identity, DeviceTraits device) {
        UserId user = identity == null ? NOBODY : identity.id();
        return credentials
                .find(user)
                .chain(hash ->
                        devices.knows(user, device).map(known -> new Candidate(identity, hash.orElse(null), known)));
    }
}
