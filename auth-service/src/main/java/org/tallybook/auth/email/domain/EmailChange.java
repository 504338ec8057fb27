package org.tallybook.auth.email.domain;

import java.time.Instant;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;

/**
 * A wish to move an account to another address. It comes true when the links in both mails were followed, in any order:
 * whoever can read only one of the mailboxes can neither take the account away nor give it away.
 *
 * @param confirmedByOld whether the owner of the present address agreed
 * @param confirmedByNew whether the new address was proved to be the user's
 */
public record EmailChange(
        UserId user, EmailAddress wanted, boolean confirmedByOld, boolean confirmedByNew, Instant requestedAt) {

    public static EmailChange request(UserId user, EmailAddress wanted, Instant now) {
        return new EmailChange(user, wanted, false, false, now);
    }

    public EmailChange confirmByOld() {
        return new EmailChange(user, wanted, true, confirmedByNew, requestedAt);
    }

    public EmailChange confirmByNew() {
        return new EmailChange(user, wanted, confirmedByOld, true, requestedAt);
    }

    public boolean isAgreed() {
        return confirmedByOld && confirmedByNew;
    }
}
