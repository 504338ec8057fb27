package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.session.events.SessionEvents;

/**
 * The step that every way of ending a session shares, in the caller's transaction and under the lock of the user's
 * stream. Pass what it returns to {@link TellRevocations} after the commit.
 */
@ApplicationScoped
public class EndSessions {

    private final Sessions sessions;
    private final PendingRevocations revocations;
    private final SessionEvents events;
    private final Clock clock;

    EndSessions(Sessions sessions, PendingRevocations revocations, SessionEvents events, Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.events = events;
        this.clock = clock;
    }

    /** Ends those of a user's live sessions that the condition selects. */
    public Uni<List<SessionId>> end(UserId user, Predicate<Session> which, EndReason reason) {
        Instant now = clock.instant();
        return sessions.live(user, now)
                .map(live -> live.stream().filter(which).map(Session::id).toList())
                .call(ids -> end(user, ids, reason, now));
    }

    private Uni<Void> end(UserId user, List<SessionId> ids, EndReason reason, Instant now) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sessions.end(ids, reason, now)
                .chain(() -> revocations.addSessions(ids, now))
                .chain(() -> events.revoked(user, ids, reason, now));
    }
}
