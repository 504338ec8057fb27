package org.tallybook.auth.session.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.session.domain.RefreshToken;
import org.tallybook.auth.session.domain.SessionId;

/** A row of the table {@code refresh_token}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "RefreshToken")
@Table(name = "refresh_token")
@NullUnmarked
class RefreshTokenRow {

    @Id
    UUID id;

    @Column(name = "session_id", updatable = false)
    UUID sessionId;

    @Column(name = "token_hash", updatable = false)
    byte[] tokenHash;

    @Column(name = "issued_at", updatable = false)
    Instant issuedAt;

    @Column(name = "used_at")
    Instant usedAt;

    RefreshToken toToken() {
        return new RefreshToken(new SessionId(sessionId), usedAt);
    }
}
