package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.tallybook.auth.account.AdmitRegistration;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.Grant;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ProviderUser;
import org.tallybook.auth.connection.domain.SuggestedUsername;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.session.OpenSession;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.Proof;
import org.tallybook.auth.session.domain.SignInMethod;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.Rejected;

/**
 * Makes a user of a provider's user: identity, link, grant and first session, in the caller's transaction. Only with an
 * address that the provider has verified; otherwise whoever says to have somebody's address would own the account that
 * its owner registers later. An address that has an account is never taken over: who signs in there may link.
 */
@ApplicationScoped
class SignUpProviderUser {

    private final Identities identities;
    private final LinkedAccounts accounts;
    private final Grants grants;
    private final UserEvents events;
    private final OpenSession opening;
    private final AdmitRegistration admission;
    private final Audit audit;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    SignUpProviderUser(
            Identities identities,
            LinkedAccounts accounts,
            Grants grants,
            UserEvents events,
            OpenSession opening,
            AdmitRegistration admission,
            Audit audit,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.grants = grants;
        this.events = events;
        this.opening = opening;
        this.admission = admission;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Fails with {@link Rejected} {@code registration-closed}, {@code invitation-invalid},
     * {@code provider-email-missing}, {@code email-has-account} or {@code connection-taken}.
     */
    Uni<SignedIn> signUp(ProviderUser user, Opening how, Newcomer newcomer) {
        admission.requirePossible(newcomer.invitation());
        EmailAddress email = user.profile().verifiedEmail();
        if (email == null) {
            throw Rejected.because(ConnectionSlugs.PROVIDER_EMAIL_MISSING);
        }
        return admission
                .admit(newcomer.invitation(), email)
                .chain(invitation -> addIdentity(user, email, newcomer.language())
                        .call(identity -> admission.accepted(invitation, identity.id())))
                .call(identity -> outbox.lock(identity.id().value()))
                .call(events::registered)
                .chain(this::verify)
                .call(identity -> link(identity.id(), user, how))
                .chain(identity -> opening.open(identity.id(), how, new Proof(SignInMethod.OAUTH, false)));
    }

    private Uni<Identity> addIdentity(ProviderUser user, EmailAddress email, Locale language) {
        var suggested = new SuggestedUsername(user.profile().name());
        UserId id = new UserId(ids.next());
        return identities
                .withEmail(email)
                .invoke(found -> require(found.isEmpty()))
                .chain(() -> add(id, suggested.plain(), email, language))
                .chain(first -> first.isEmpty()
                        ? add(id, suggested.distinct(ids.next()), email, language)
                        : Uni.createFrom().item(first))
                .map(added -> added.orElseThrow(SignUpProviderUser::hasAccount));
    }

    private Uni<Optional<Identity>> add(UserId id, Username username, EmailAddress email, Locale language) {
        var profile = new Profile(username, ZoneId.of("UTC"), language, LocalTime.MIDNIGHT);
        Identity identity = Identity.register(id, email, profile, clock.instant());
        return identities.addIfFree(identity).map(added -> added ? Optional.of(identity) : Optional.empty());
    }

    private Uni<Identity> verify(Identity registered) {
        Identity verified = registered.verify(clock.instant());
        return identities.save(verified).chain(() -> events.verified(verified)).replaceWith(verified);
    }

    private Uni<Void> link(UserId owner, ProviderUser user, Opening how) {
        var account = LinkedAccount.link(
                new ConnectionId(ids.next()), owner, user.provider(), user.profile(), clock.instant());
        return accounts.addIfFree(account)
                .invoke(SignUpProviderUser::requireFree)
                .chain(() -> grants.save(Grant.of(account.id(), user.tokens(), clock.instant())))
                .chain(() -> audit.note(owner, AuditAction.SIGNED_UP_WITH_PROVIDER, how.client(), user.provider()));
    }

    private static void require(boolean free) {
        if (!free) {
            throw hasAccount();
        }
    }

    private static void requireFree(boolean added) {
        if (!added) {
            throw Rejected.because(ConnectionSlugs.CONNECTION_TAKEN);
        }
    }

    private static Rejected hasAccount() {
        return Rejected.because(ConnectionSlugs.EMAIL_HAS_ACCOUNT);
    }
}
