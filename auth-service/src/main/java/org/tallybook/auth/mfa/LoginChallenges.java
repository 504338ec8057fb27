package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.LoginChallenge;
import org.tallybook.auth.secret.OpaqueToken;

/**
 * Sign-ins that wait for a second factor. They stand in PostgreSQL and not in Redis, so that counting a wrong code, or
 * spending a right one and opening the session, is one transaction, and a deleted account leaves none behind. Needs a
 * session; writes need a transaction.
 */
public interface LoginChallenges {

    Uni<Void> add(OpaqueToken token, LoginChallenge challenge);

    Uni<Optional<LoginChallenge>> find(OpaqueToken token);

    Uni<Void> countFailure(OpaqueToken token);

    Uni<Void> remove(OpaqueToken token);

    Uni<Void> removeAll(UserId user);
}
