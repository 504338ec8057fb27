package org.tallybook.auth.audit.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.auth.audit.AuditTrail;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.audit.domain.AuditEvent;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.page.Cursor;

@ApplicationScoped
class PanacheAuditTrail implements AuditTrail, PanacheRepositoryBase<AuditRow, UUID> {

    /** The nil UUID: the account of who did it is gone. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String OF_USER = "userId = ?1";
    private static final String AFTER = " and (at < ?2 or (at = ?2 and id < ?3))";
    private static final String OF_KIND = "userId = ?1 and action = ?2";
    private static final String AFTER_OF_KIND = " and (at < ?3 or (at = ?3 and id < ?4))";
    private static final String NEWEST = " order by at desc, id desc";

    @Override
    public Uni<Void> add(AuditEvent event) {
        return persist(AuditRow.of(event)).replaceWithVoid();
    }

    @Override
    public Uni<Void> forgetActor(UserId actor) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "UPDATE audit_event SET actor_id = :nobody WHERE actor_id = :actor")
                        .setParameter("nobody", NOBODY)
                        .setParameter("actor", actor.value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<AuditEvent>> page(UserId user, Optional<Cursor> after, int atMost) {
        return after.map(cursor -> find(OF_USER + AFTER + NEWEST, user.value(), cursor.at(), cursor.id()))
                .orElseGet(() -> find(OF_USER + NEWEST, user.value()))
                .range(0, atMost - 1)
                .list()
                .map(rows -> rows.stream().map(AuditRow::toEvent).toList());
    }

    @Override
    public Uni<List<AuditEvent>> pageOf(AuditAction action, UserId user, Optional<Cursor> after, int atMost) {
        return after.map(cursor ->
                        find(OF_KIND + AFTER_OF_KIND + NEWEST, user.value(), action.name(), cursor.at(), cursor.id()))
                .orElseGet(() -> find(OF_KIND + NEWEST, user.value(), action.name()))
                .range(0, atMost - 1)
                .list()
                .map(rows -> rows.stream().map(AuditRow::toEvent).toList());
    }
}
