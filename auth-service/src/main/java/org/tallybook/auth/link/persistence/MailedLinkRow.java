package org.tallybook.auth.link.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.link.domain.LinkPurpose;
import org.tallybook.auth.link.domain.MailedLink;

/** A row of the table {@code mailed_link}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "MailedLink")
@Table(name = "mailed_link")
@NullUnmarked
class MailedLinkRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Column(updatable = false)
    String purpose;

    @Column(name = "token_hash", updatable = false)
    byte[] tokenHash;

    @Column(name = "password_hash", updatable = false)
    String passwordHash;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    Instant usedAt;

    static MailedLinkRow of(MailedLink link, byte[] tokenHash) {
        var row = new MailedLinkRow();
        row.id = link.id();
        row.userId = link.user().value();
        row.purpose = link.purpose().name();
        row.tokenHash = tokenHash;
        row.passwordHash = link.password() == null ? null : link.password().encoded();
        row.createdAt = link.createdAt();
        row.expiresAt = link.createdAt().plus(link.purpose().life());
        return row;
    }

    MailedLink toLink() {
        PasswordHash password = passwordHash == null ? null : PasswordHash.parse(passwordHash);
        return new MailedLink(id, new UserId(userId), LinkPurpose.valueOf(purpose), password, createdAt);
    }
}
