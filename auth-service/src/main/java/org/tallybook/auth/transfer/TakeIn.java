package org.tallybook.auth.transfer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.events.UserEvents;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.outbox.Outbox;

/** Takes one account in, ready to be signed in to with the password it had. */
@ApplicationScoped
public class TakeIn {

    private final Identities identities;
    private final Credentials credentials;
    private final UserEvents events;
    private final Audit audit;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    TakeIn(
            Identities identities,
            Credentials credentials,
            UserEvents events,
            Audit audit,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.identities = identities;
        this.credentials = credentials;
        this.events = events;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return false if the address or the name is taken; nothing is changed then */
    @WithTransaction
    public Uni<Boolean> take(BroughtAccount account, UserId actor, Client client) {
        Identity fresh = Identity.register(new UserId(ids.next()), account.email(), account.profile(), clock.instant());
        return identities
                .addIfFree(fresh)
                .call(added -> added
                        ? settle(fresh, account, actor, client)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> settle(Identity fresh, BroughtAccount account, UserId actor, Client client) {
        Identity verified = fresh.verify(clock.instant());
        return outbox.lock(fresh.id().value())
                .chain(() -> credentials.set(fresh.id(), account.password(), clock.instant()))
                .chain(() -> events.registered(fresh))
                .chain(() -> identities.save(verified).chain(() -> events.verified(verified)))
                .chain(() -> audit.noteBy(actor, fresh.id(), AuditAction.TAKEN_IN, client, null));
    }
}
