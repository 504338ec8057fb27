package org.tallybook.auth.invitation.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.Invitation;
import org.tallybook.auth.invitation.domain.InvitationId;
import org.tallybook.auth.invitation.domain.InvitationKey;

/** A row of the table {@code invitation}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Invitation")
@Table(name = "invitation")
@NullUnmarked
class InvitationRow {

    @Id
    UUID id;

    @Column(name = "token_hash", updatable = false)
    byte[] tokenHash;

    @Column(updatable = false)
    String email;

    @Column(name = "created_by", updatable = false)
    UUID createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Column(name = "used_at")
    Instant usedAt;

    @Column(name = "used_by")
    byte[] usedBy;

    @Column(name = "accepted_by")
    UUID acceptedBy;

    static InvitationRow of(Invitation invitation, InvitationKey key) {
        EmailAddress email = invitation.email();
        UserId by = invitation.createdBy();
        var row = new InvitationRow();
        row.id = invitation.id().value();
        row.tokenHash = key.bytes();
        row.email = email == null ? null : email.value();
        row.createdBy = by == null ? null : by.value();
        row.createdAt = invitation.createdAt();
        row.expiresAt = invitation.expiresAt();
        return row;
    }

    Invitation toInvitation() {
        return new Invitation(
                new InvitationId(id),
                email == null ? null : new EmailAddress(email),
                createdBy == null ? null : new UserId(createdBy),
                createdAt,
                expiresAt,
                usedAt);
    }
}
