package org.tallybook.auth.mfa.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table {@code failed_code}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "FailedCode")
@Table(name = "failed_code")
@NullUnmarked
class FailedCodeRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Column(updatable = false)
    Instant at;
}
