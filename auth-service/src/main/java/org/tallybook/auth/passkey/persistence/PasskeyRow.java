package org.tallybook.auth.passkey.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.passkey.domain.Passkey;
import org.tallybook.auth.passkey.domain.PasskeyId;
import org.tallybook.auth.passkey.domain.PublicKey;

/** A row of the table {@code passkey}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Passkey")
@Table(name = "passkey")
@NullUnmarked
class PasskeyRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Column(updatable = false)
    String name;

    @Column(name = "credential_id", updatable = false)
    byte[] credentialId;

    @Column(name = "attested_data", updatable = false)
    byte[] attestedData;

    @Column(name = "sign_count")
    long signCount;

    @Column(name = "backup_eligible", updatable = false)
    boolean backupEligible;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    static PasskeyRow of(Passkey passkey) {
        var row = new PasskeyRow();
        row.id = passkey.id().value();
        row.userId = passkey.user().value();
        row.name = passkey.name();
        row.credentialId = passkey.key().credentialId().bytes();
        row.attestedData = passkey.key().attestedData().bytes();
        row.signCount = passkey.key().signCount();
        row.backupEligible = passkey.key().backupEligible();
        row.createdAt = passkey.createdAt();
        row.lastUsedAt = passkey.lastUsedAt();
        return row;
    }

    Passkey toPasskey() {
        var key = new PublicKey(new Octets(credentialId), new Octets(attestedData), signCount, backupEligible);
        return new Passkey(new PasskeyId(id), new UserId(userId), name, key, createdAt, lastUsedAt);
    }
}
