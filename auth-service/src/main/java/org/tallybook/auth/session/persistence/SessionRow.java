package org.tallybook.auth.session.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.session.domain.SessionMode;

/** A row of the table {@code session}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Session")
@Table(name = "session")
@NullUnmarked
class SessionRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    long version;

    @Column(updatable = false)
    String mode;

    @Column(name = "cookie_hash", updatable = false)
    byte[] cookieHash;

    @Column(updatable = false)
    boolean persistent;

    @Column(name = "client_address", updatable = false)
    String clientAddress;

    @Column(name = "user_agent", updatable = false)
    String userAgent;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    @Column(name = "proved_at")
    Instant provedAt;

    @Column(name = "idle_until")
    Instant idleUntil;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "end_reason")
    String endReason;

    static SessionRow of(Session session, byte[] cookieHash) {
        var row = new SessionRow();
        row.id = session.id().value();
        row.userId = session.user().value();
        row.version = 1;
        row.mode = session.mode().name();
        row.cookieHash = cookieHash;
        row.persistent = session.persistent();
        row.clientAddress = session.client().address();
        row.userAgent = session.client().userAgent();
        row.createdAt = session.createdAt();
        row.lastSeenAt = session.lastSeenAt();
        row.provedAt = session.provedAt();
        row.idleUntil = session.idleUntil();
        row.expiresAt = session.expiresAt();
        return row;
    }

    Session toSession() {
        return new Session(
                new SessionId(id),
                new UserId(userId),
                SessionMode.valueOf(mode),
                persistent,
                new Client(clientAddress, userAgent),
                createdAt,
                lastSeenAt,
                provedAt,
                idleUntil,
                expiresAt,
                endedAt);
    }
}
