package org.tallybook.auth.invitation.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;

/**
 * The permission for one person to register.
 *
 * <pre>
 * open ──registration──▶ used
 *      ──time──▶ expired
 *      ──revocation──▶ gone
 * </pre>
 *
 * The first registration with it ties it to that registration's address, whatever becomes of the registration: who
 * mistyped may try again, but nobody finds out with one invitation which addresses have an account.
 *
 * @param email the only address that may register with it; null for any
 * @param createdBy the administrator; null if made on the command line, or if that account is gone
 * @param usedAt when somebody registered with it first
 */
public record Invitation(
        InvitationId id,
        @Nullable EmailAddress email,
        @Nullable UserId createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    /** What it is good for. */
    public enum State {
        OPEN,
        USED,
        EXPIRED
    }

    public State state(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}
