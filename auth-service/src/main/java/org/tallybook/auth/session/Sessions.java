package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.page.Cursor;

/** All sessions. Needs a session of the database; writes need a transaction. */
public interface Sessions {

    Uni<Optional<Session>> find(SessionId id);

    /** @param cookie what the browser will hold; null for a session with refresh tokens */
    Uni<Void> add(Session session, @Nullable OpaqueToken cookie);

    /** The session that a browser holds, whatever its state. */
    Uni<Optional<Session>> ofCookie(OpaqueToken cookie);

    /** Stores a sign of life unless the session ended meanwhile; says whether it did not. */
    Uni<Boolean> keepAlive(Session session);

    /** Notes that the owner of a session that has not ended proved who they are. */
    Uni<Void> prove(SessionId id, Instant now);

    /** Ends sessions that have not ended yet. */
    Uni<Void> end(List<SessionId> ids, EndReason reason, Instant now);

    /** Every live session of a user. */
    Uni<List<Session>> live(UserId user, Instant now);

    /** Live sessions of a user, the newest first. */
    Uni<List<Session>> livePage(UserId user, Optional<Cursor> after, int atMost, Instant now);
}
