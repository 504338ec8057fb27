package org.tallybook.auth.credential.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table {@code credential}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Credential")
@Table(name = "credential")
@NullUnmarked
class CredentialRow {

    @Id
    @Column(name = "user_id")
    UUID userId;

    long version;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "is_short")
    boolean isShort;
}
