package org.tallybook.auth.session.events;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.Proof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.outbox.Outbox;

/** Tells other services about sign-ins and ended sessions; only in a transaction that has locked the user's stream. */
@ApplicationScoped
public class SessionEvents {

    private final Outbox outbox;
    private final Ids ids;

    SessionEvents(Outbox outbox, Ids ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    /** A person signed in; a fact of its own, not a state. */
    public Uni<Void> loggedIn(UserId user, Proof proof, Instant now) {
        UUID login = ids.next();
        var data = new LoggedIn(user.value(), 1, login, now, proof.method().name(), proof.secondFactor());
        return outbox.appendFact(user.value(), "user.logged-in.v1", login, data);
    }

    public Uni<Void> revoked(UserId user, List<SessionId> sessions, EndReason reason, Instant now) {
        return Multi.createFrom()
                .iterable(sessions)
                .onItem()
                .transformToUniAndConcatenate(session -> revoked(user, session, reason, now))
                .collect()
                .last();
    }

    private Uni<Void> revoked(UserId user, SessionId session, EndReason reason, Instant now) {
        var data = new Revoked(user.value(), 1, session.value(), now, reason.name());
        return outbox.append(user.value(), "session.revoked.v1", session.value(), data);
    }

    /** See {@code contracts/events/user.logged-in.v1.schema.json}. */
    private record LoggedIn(UUID userId, long version, UUID loginId, Instant at, String method, boolean mfa) {}

    /** See {@code contracts/events/session.revoked.v1.schema.json}. */
    private record Revoked(UUID userId, long version, UUID sessionId, Instant at, String reason) {}
}
