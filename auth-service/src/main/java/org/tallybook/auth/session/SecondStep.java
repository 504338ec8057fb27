package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.SignInMethod;
import org.tallybook.kit.problem.Rejected;

/**
 * What stands between one proof and a session for a user who has a second factor. Whoever signs somebody in by
 * anything that is not two factors by itself asks here first.
 */
public interface SecondStep {
    /**
     * Remembers how the session will be opened, in a transaction of its own.
     *
     * @param first what was proved already
     * @return {@code mfa-required}, which tells the client how to go on; empty for a user without a second factor
     */
    Uni<Optional<Rejected>> begin(UserId user, SignInMethod first, Opening how);

    /** Whether a user has a second factor, so that a sign-in by password alone is none. Needs a session. */
    Uni<Boolean> isAskedOf(UserId user);

    /** Forgets every begun step of a user, because the first proof no longer counts. Needs a transaction. */
    Uni<Void> abandon(UserId user);
}
