package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.SessionId;

/**
 * Revocations that tokens may still be alive for. Written in the transaction that ends a session, so that one which
 * did not reach Redis, or which Redis lost, is told again.
 */
public interface PendingRevocations {

    Uni<Void> addSessions(List<SessionId> sessions, Instant now);

    Uni<Void> addUser(UserId user, Instant now);

    /** Everything revoked since an instant. */
    Uni<List<Revoked>> since(Instant instant);

    /** Forgets what no token can be alive for any more. */
    Uni<Void> forgetUntil(Instant instant);

    /**
     * One revocation.
     *
     * @param wholeUser whether the subject is a user, else it is a session
     */
    record Revoked(boolean wholeUser, UUID subject, Instant at) {}
}
