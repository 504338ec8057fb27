package org.tallybook.auth.audit.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.audit.domain.AuditEvent;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;

/** A row of the table {@code audit_event}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "AuditEvent")
@Table(name = "audit_event")
@Immutable
@NullUnmarked
class AuditRow {

    @Id
    UUID id;

    @Column(name = "user_id")
    UUID userId;

    String action;
    Instant at;

    @Column(name = "actor_id")
    UUID actorId;

    @Column(name = "client_address")
    String clientAddress;

    @Column(name = "user_agent")
    String userAgent;

    String subject;

    static AuditRow of(AuditEvent event) {
        var row = new AuditRow();
        row.id = event.id();
        row.userId = event.user().value();
        row.action = event.action().name();
        row.at = event.at();
        row.actorId = event.actor() == null ? null : event.actor().value();
        row.clientAddress = event.client() == null ? null : event.client().address();
        row.userAgent = event.client() == null ? null : event.client().userAgent();
        row.subject = event.subject();
        return row;
    }

    AuditEvent toEvent() {
        return new AuditEvent(
                id,
                new UserId(userId),
                AuditAction.valueOf(action),
                at,
                actorId == null ? null : new UserId(actorId),
                userAgent == null ? null : new Client(clientAddress == null ? "" : clientAddress, userAgent),
                subject);
    }
}
