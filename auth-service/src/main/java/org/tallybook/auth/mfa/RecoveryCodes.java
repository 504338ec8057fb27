package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.RecoveryCode;

/** The users' recovery codes, of which only digests are kept. Needs a session; writes need a transaction. */
public interface RecoveryCodes {

    /** Puts new codes in the place of all old ones. */
    Uni<Void> replace(UserId user, List<RecoveryCode> codes, Instant now);

    /** Spends a code; says whether it was the user's and not spent yet. */
    Uni<Boolean> spend(UserId user, RecoveryCode code, Instant now);

    /** How many are not spent. */
    Uni<Long> left(UserId user);

    Uni<Void> removeAll(UserId user);
}
