package org.tallybook.auth.audit;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.audit.domain.AuditEvent;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.page.Cursor;

/** All security events. Needs a session of the database; {@link #add} a transaction. */
public interface AuditTrail {

    Uni<Void> add(AuditEvent event);

    /** Whatever a user did to others' accounts was done by an administrator who is gone: says so and no longer who. */
    Uni<Void> forgetActor(UserId actor);

    /** The events of a user, the newest first. */
    Uni<List<AuditEvent>> page(UserId user, Optional<Cursor> after, int atMost);

    /** Those of one kind, the newest first. */
    Uni<List<AuditEvent>> pageOf(AuditAction action, UserId user, Optional<Cursor> after, int atMost);
}
