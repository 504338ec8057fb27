package org.tallybook.auth.connection.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.LinkState;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.identity.domain.UserId;

/** A row of the table {@code linked_account}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "LinkedAccount")
@Table(name = "linked_account")
@NullUnmarked
class LinkedAccountRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Column(updatable = false)
    String provider;

    @Column(updatable = false)
    String subject;

    @Column(name = "display_name")
    String displayName;

    String state;

    @Column(name = "linked_at", updatable = false)
    Instant linkedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    void take(LinkedAccount account) {
        displayName = account.name();
        state = account.state().name();
        updatedAt = account.updatedAt();
    }

    LinkedAccount toAccount() {
        return new LinkedAccount(
                new ConnectionId(id),
                new UserId(userId),
                provider,
                subject,
                displayName,
                LinkState.valueOf(state),
                linkedAt,
                updatedAt);
    }
}
