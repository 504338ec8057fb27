package org.tallybook.auth.connection;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ProviderUser;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.Sessions;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Links an account at a provider with the user who asked for it; linking again heals a revoked link. */
@ApplicationScoped
class LinkProviderUser {

    private final LinkedAccounts accounts;
    private final KeepGrant keeping;
    private final Identities identities;
    private final Sessions sessions;
    private final MailOutbox mails;
    private final Audit audit;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    LinkProviderUser(
            LinkedAccounts accounts,
            KeepGrant keeping,
            Identities identities,
            Sessions sessions,
            MailOutbox mails,
            Audit audit,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.identities = identities;
        this.sessions = sessions;
        this.mails = mails;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param session must be alive still: who signed out meanwhile does not link any more
     * @return fails with {@link Rejected} {@code unauthenticated}, {@code connection-taken} or {@code connection-exists}
     */
    @WithTransaction
    public Uni<LinkedAccount> link(UserId owner, SessionId session, ProviderUser user, Client client) {
        return outbox.lock(owner.value())
                .chain(() -> sessions.find(session))
                .invoke(found -> requireLive(found, owner))
                .chain(() -> accounts.of(user.provider(), user.profile().subject()))
                .chain(found -> found.isPresent() ? heal(found.get(), owner, user) : add(owner, user, client));
    }

    private void requireLive(Optional<Session> session, UserId owner) {
        if (session.filter(live -> live.isLive(clock.instant()) && live.user().equals(owner))
                .isEmpty()) {
            throw Rejected.because(KitSlugs.UNAUTHENTICATED);
        }
    }

    private Uni<LinkedAccount> heal(LinkedAccount known, UserId owner, ProviderUser user) {
        if (!known.user().equals(owner)) {
            throw Rejected.because(ConnectionSlugs.CONNECTION_TAKEN);
        }
        return keeping.keep(known, user);
    }

    private Uni<LinkedAccount> add(UserId owner, ProviderUser user, Client client) {
        var account = LinkedAccount.link(
                new ConnectionId(ids.next()), owner, user.provider(), user.profile(), clock.instant());
        return accounts.addIfFree(account)
                .invoke(LinkProviderUser::requireFree)
                .chain(() -> keeping.keep(account, user))
                .call(() -> audit.note(owner, AuditAction.ACCOUNT_LINKED, client, user.provider()))
                .call(() -> identities.find(owner).chain(found -> tell(found.orElseThrow(), user.provider())));
    }

    private Uni<Void> tell(Identity owner, String provider) {
        return mails.add(MailKind.ACCOUNT_LINKED, owner.email(), owner.profile().locale(), null, provider);
    }

    /** The account there was free a moment ago, so it is the user's own place for that provider that is not. */
    private static void requireFree(boolean added) {
        if (!added) {
            throw Rejected.because(ConnectionSlugs.CONNECTION_EXISTS);
        }
    }
}
