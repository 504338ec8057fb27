package org.tallybook.auth.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.audit.domain.AuditEvent;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.id.Ids;

/** Notes security events, in the transaction of what it notes: both are kept or neither. */
@ApplicationScoped
public class Audit {

    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    Audit(AuditTrail trail, Ids ids, Clock clock) {
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Something the user did, or that was done in the user's name.
     *
     * @param client where it came from; null for what Tallybook did by itself
     * @param subject what it was done to, null if that is plain
     */
    public Uni<Void> note(UserId user, AuditAction action, @Nullable Client client, @Nullable String subject) {
        return trail.add(new AuditEvent(ids.next(), user, action, clock.instant(), null, client, subject));
    }

    /** Forgets who an administrator was that is being removed; the events of others stay. */
    public Uni<Void> forgetActor(UserId actor) {
        return trail.forgetActor(actor);
    }

    /** Something an administrator did to the user's account. */
    public Uni<Void> noteBy(UserId actor, UserId user, AuditAction action, Client client, @Nullable String subject) {
        return trail.add(new AuditEvent(ids.next(), user, action, clock.instant(), actor, client, subject));
    }
}
