package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.tallybook.auth.identity.domain.UserId;

/** When somebody who knew a user's password gave a wrong second factor. Writes need a transaction. */
public interface FailedCodes {

    Uni<Void> add(UserId user, Instant now);

    /** The oldest first. */
    Uni<List<Instant>> since(UserId user, Instant instant);
}
