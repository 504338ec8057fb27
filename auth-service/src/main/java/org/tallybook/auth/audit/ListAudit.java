package org.tallybook.auth.audit;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.audit.domain.AuditEvent;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;

/** Shows users what happened to their account. */
@ApplicationScoped
public class ListAudit {

    private final AuditTrail trail;

    ListAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** The newest first. @param only one kind of event; empty for all */
    @WithSession
    public Uni<Page<AuditEvent>> list(UserId user, Optional<AuditAction> only, Optional<Cursor> after, int limit) {
        return only.map(action -> trail.pageOf(action, user, after, limit + 1))
                .orElseGet(() -> trail.page(user, after, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> new Cursor(row.at(), row.id())));
    }
}
