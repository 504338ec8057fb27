package org.tallybook.auth.mfa.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table {@code totp}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Totp")
@Table(name = "totp")
@NullUnmarked
class TotpRow {

    @Id
    @Column(name = "user_id")
    UUID userId;

    @Column(name = "sealed_secret")
    byte[] sealedSecret;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Column(name = "last_step")
    long lastStep;
}
