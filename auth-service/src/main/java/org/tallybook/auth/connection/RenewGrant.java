package org.tallybook.auth.connection;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.Grant;
import org.tallybook.auth.connection.domain.LinkState;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.connection.domain.ProviderTokens;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * The two transactions around a renewal: {@link #begin} takes the lease, one of the others stores what came of it. They
 * store nothing onto a grant that was changed meanwhile, by a new authorization say.
 */
@ApplicationScoped
class RenewGrant {

    private final LinkedAccounts accounts;
    private final Grants grants;
    private final Identities identities;
    private final MailOutbox mails;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    RenewGrant(
            LinkedAccounts accounts,
            Grants grants,
            Identities identities,
            MailOutbox mails,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.identities = identities;
        this.mails = mails;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What to do.
     *
     * @param grant as stored, with the lease if the step is to ask
     * @param patience how long the provider wants to be left alone
     */
    record Begun(LinkedAccount account, Grant grant, Grant.Step step, Duration patience) {}

    /** Fails with {@link Rejected} {@code not-found}. */
    @WithTransaction
    public Uni<Begun> begin(UserId user, ConnectionId id) {
        return outbox.lock(user.value())
                .chain(() -> accounts.find(user, id))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)))
                .chain(account -> grants.of(id).map(grant -> begun(account, grant.orElseThrow())))
                .call(begun -> begun.step() == Grant.Step.ASK ? grants.save(begun.grant()) : nothing());
    }

    private Begun begun(LinkedAccount account, Grant stored) {
        Instant now = clock.instant();
        Grant.Step step = stored.step(now);
        Instant until = stored.retryAt();
        Duration patience = until == null || until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
        return new Begun(account, step == Grant.Step.ASK ? stored.leased(now) : stored, step, patience);
    }

    @WithTransaction
    public Uni<LinkedAccount> succeed(Begun begun, ProviderTokens next) {
        return settle(begun, grant -> grant.renewed(next, clock.instant()), LinkState.ACTIVE);
    }

    /** The provider took the grant back: nothing is left to try again with, and the user is told once. */
    @WithTransaction
    public Uni<LinkedAccount> revoke(Begun begun) {
        return settle(begun, Grant::wiped, LinkState.REVOKED)
                .call(account -> account.state() == LinkState.REVOKED ? tell(account) : nothing());
    }

    /** @return how long the provider will be left alone */
    @WithTransaction
    public Uni<Duration> postpone(Begun begun, Duration wait) {
        LinkState state = begun.account().state();
        return settle(begun, grant -> grant.postponed(wait, clock.instant()), state)
                .replaceWith(wait);
    }

    /** @return how long the provider will be left alone */
    @WithTransaction
    public Uni<Duration> fail(Begun begun) {
        Grant failed = begun.grant().failed(clock.instant());
        return settle(begun, grant -> failed, LinkState.ERROR)
                .replaceWith(() -> Duration.between(clock.instant(), failed.retryAt()));
    }

    private Uni<LinkedAccount> settle(Begun begun, UnaryOperator<Grant> change, LinkState state) {
        LinkedAccount account = begun.account();
        return outbox.lock(account.user().value())
                .chain(() -> accounts.find(account.user(), account.id()))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)))
                .chain(now -> grants.of(account.id())
                        .chain(stored ->
                                stored.orElseThrow().version() == begun.grant().version()
                                        ? store(now.in(state, clock.instant()), change.apply(begun.grant()))
                                        : Uni.createFrom().item(now)));
    }

    private Uni<LinkedAccount> store(LinkedAccount account, Grant grant) {
        return grants.save(grant).chain(() -> accounts.save(account)).replaceWith(account);
    }

    private Uni<Void> tell(LinkedAccount account) {
        return audit.note(account.user(), AuditAction.LINK_REVOKED, null, account.provider())
                .chain(() -> identities.find(account.user()))
                .chain(owner -> tell(owner.orElseThrow(), account));
    }

    private Uni<Void> tell(Identity owner, LinkedAccount account) {
        return mails.add(MailKind.LINK_REVOKED, owner.email(), owner.profile().locale(), null, account.provider());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
