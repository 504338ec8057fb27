package org.tallybook.auth.mfa.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table {@code recovery_code}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "RecoveryCode")
@Table(name = "recovery_code")
@NullUnmarked
class RecoveryCodeRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Column(name = "code_hash", updatable = false)
    byte[] codeHash;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "used_at")
    Instant usedAt;
}
