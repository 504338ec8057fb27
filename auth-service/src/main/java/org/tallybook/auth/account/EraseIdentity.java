package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.identity.Administrators;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.session.EndSessions;
import org.tallybook.auth.session.PendingRevocations;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.idempotency.Idempotency;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The transaction of a deletion: sessions end, the others are told, and nothing of the account stays here. */
@ApplicationScoped
class EraseIdentity {

    private final Administrators administrators;
    private final Identities identities;
    private final AbandonedAccounts abandoned;
    private final EndSessions ending;
    private final PendingRevocations revocations;
    private final UserEvents events;
    private final MailOutbox mails;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Clock clock;

    EraseIdentity(
            Administrators administrators,
            Identities identities,
            AbandonedAccounts abandoned,
            EndSessions ending,
            PendingRevocations revocations,
            UserEvents events,
            MailOutbox mails,
            Audit audit,
            Idempotency idempotency,
            Outbox outbox,
            Clock clock) {
        this.administrators = administrators;
        this.identities = identities;
        this.abandoned = abandoned;
        this.ending = ending;
        this.revocations = revocations;
        this.events = events;
        this.mails = mails;
        this.audit = audit;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return the sessions that it ended; fails with {@link Rejected} {@code last-administrator} */
    @WithTransaction
    public Uni<List<SessionId>> erase(UserId user) {
        Instant now = clock.instant();
        return administrators
                .requireAnotherThan(user)
                .chain(() -> outbox.lock(user.value()))
                .chain(() -> identities.find(user))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.UNAUTHENTICATED)))
                .chain(identity -> erase(identity, now));
    }

    /** Erases an account that nobody has verified, unless its owner did so meanwhile or asked for another link. */
    @WithTransaction
    public Uni<Void> eraseAbandoned(UserId user, Instant limit) {
        return outbox.lock(user.value())
                .chain(() -> abandoned.isOne(user, limit))
                .chain(still -> still ? identities.find(user) : nobody())
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().item(List.of()) : erase(found.get(), clock.instant()))
                .replaceWithVoid();
    }

    private static Uni<Optional<Identity>> nobody() {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<List<SessionId>> erase(Identity identity, Instant now) {
        UserId user = identity.id();
        return ending.end(user, session -> true, EndReason.DELETED)
                .call(() -> revocations.addUser(user, now))
                .call(() -> events.deleted(identity, now))
                .call(() -> remove(identity));
    }

    private Uni<Void> remove(Identity identity) {
        UserId user = identity.id();
        return mails.forget(user, identity.email())
                .chain(() -> audit.forgetActor(user))
                .chain(() -> idempotency.forget(user.value()))
                .chain(() -> identities.remove(user))
                .chain(() -> outbox.end(user.value()));
    }
}
