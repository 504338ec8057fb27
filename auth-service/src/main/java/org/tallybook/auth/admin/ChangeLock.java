package org.tallybook.auth.admin;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.Administrators;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.link.MailedLinks;
import org.tallybook.auth.session.EndSessions;
import org.tallybook.auth.session.PendingRevocations;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The transactions of a lock and of its end. What is so already stays so and is not noted again. */
@ApplicationScoped
class ChangeLock {

    private final Administrators administrators;
    private final Identities identities;
    private final EndSessions ending;
    private final PendingRevocations revocations;
    private final MailedLinks links;
    private final UserEvents events;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    ChangeLock(
            Administrators administrators,
            Identities identities,
            EndSessions ending,
            PendingRevocations revocations,
            MailedLinks links,
            UserEvents events,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.administrators = administrators;
        this.identities = identities;
        this.ending = ending;
        this.revocations = revocations;
        this.links = links;
        this.events = events;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Links that were mailed die too: else their holder could still move the account or give it another password.
     *
     * @return the sessions that it ended; fails with {@link Rejected} {@code not-found} or {@code last-administrator}
     */
    @WithTransaction
    public Uni<List<SessionId>> lock(AdminAct act) {
        Instant now = clock.instant();
        return administrators
                .requireAnotherThan(act.user())
                .chain(() -> load(act.user()))
                .call(user -> user.isLocked() ? nothing() : lock(user.lock(now), act))
                .chain(() -> ending.end(act.user(), session -> true, EndReason.LOCKED))
                .call(() -> links.revokeAll(act.user()))
                .call(() -> revocations.addUser(act.user(), now));
    }

    /** Fails with {@link Rejected} {@code not-found}. */
    @WithTransaction
    public Uni<Void> unlock(AdminAct act) {
        return load(act.user()).chain(user -> user.isLocked() ? unlock(user.unlock(clock.instant()), act) : nothing());
    }

    private Uni<Identity> load(UserId user) {
        return outbox.lock(user.value())
                .chain(() -> identities.find(user))
                .map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)));
    }

    private Uni<Void> lock(Identity locked, AdminAct act) {
        return identities
                .save(locked)
                .chain(() -> events.locked(locked))
                .chain(() -> audit.noteBy(act.actor(), act.user(), AuditAction.LOCKED, act.client(), null));
    }

    private Uni<Void> unlock(Identity unlocked, AdminAct act) {
        return identities
                .save(unlocked)
                .chain(() -> events.profileChanged(unlocked))
                .chain(() -> audit.noteBy(act.actor(), act.user(), AuditAction.UNLOCKED, act.client(), null));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
