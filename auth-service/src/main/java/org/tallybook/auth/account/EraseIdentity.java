package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tallybook.auth.identity.Administrators;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.session.EndSessions;
import org.tallybook.auth.session.PendingRevocations;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** The transaction of a deletion: sessions end, the others are told, and nothing of the account stays here. */
@ApplicationScoped
class EraseIdentity {

    private final Administrators administrators;
    private final Identities identities;
    private final EndSessions ending;
    private final PendingRevocations revocations;
    private final UserEvents events;
    private final Outbox outbox;
    private final Clock clock;

    EraseIdentity(
            Administrators administrators,
            Identities identities,
            EndSessions ending,
            PendingRevocations revocations,
            UserEvents events,
            Outbox outbox,
            Clock clock) {
        this.administrators = administrators;
        this.identities = identities;
        this.ending = ending;
        this.revocations = revocations;
        this.events = events;
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

    private Uni<List<SessionId>> erase(Identity identity, Instant now) {
        UserId user = identity.id();
        return ending.end(user, session -> true, EndReason.DELETED)
                .call(() -> revocations.addUser(user, now))
                .call(() -> events.deleted(identity, now))
                .call(() -> identities.remove(user));
    }
}
