package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.tallybook.auth.identity.domain.UserId;

/**
 * Accounts whose address was never verified and whose last link has expired for long. Not those that are locked: an
 * administrator has decided that nobody shall have them.
 */
public interface AbandonedAccounts {

    /** Some whose last link expired before the limit, the oldest first. */
    Uni<List<UserId>> before(Instant limit, int atMost);

    /** Whether one still is; needs a session. */
    Uni<Boolean> isOne(UserId user, Instant limit);
}
