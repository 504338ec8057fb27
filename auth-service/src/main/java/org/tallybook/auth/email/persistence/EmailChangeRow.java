package org.tallybook.auth.email.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.auth.email.domain.EmailChange;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;

/** A row of the table {@code email_change}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "EmailChange")
@Table(name = "email_change")
@NullUnmarked
class EmailChangeRow {

    @Id
    @Column(name = "user_id")
    UUID userId;

    String wanted;

    @Column(name = "confirmed_by_old")
    boolean confirmedByOld;

    @Column(name = "confirmed_by_new")
    boolean confirmedByNew;

    @Column(name = "requested_at")
    Instant requestedAt;

    static EmailChangeRow of(UserId user) {
        var row = new EmailChangeRow();
        row.userId = user.value();
        return row;
    }

    void take(EmailChange change) {
        wanted = change.wanted().value();
        confirmedByOld = change.confirmedByOld();
        confirmedByNew = change.confirmedByNew();
        requestedAt = change.requestedAt();
    }

    EmailChange toChange() {
        return new EmailChange(
                new UserId(userId), new EmailAddress(wanted), confirmedByOld, confirmedByNew, requestedAt);
    }
}
