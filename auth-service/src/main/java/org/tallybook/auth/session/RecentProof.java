package org.tallybook.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.problem.Rejected;

/**
 * The sudo window: what could cost a user the account is open only for a while after its owner has proved who they are,
 * so that a device left alone, or a stolen session, is not enough. Signing in opens the window; a refresh does not.
 */
@ApplicationScoped
public class RecentProof {

    private final Sessions sessions;
    private final SessionConfig config;
    private final Clock clock;

    RecentProof(Sessions sessions, SessionConfig config, Clock clock) {
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with {@link Rejected} {@code proof-required} if the session's proof is too old. */
    @WithSession
    public Uni<Void> require(SessionId session) {
        return sessions.find(session).invoke(this::requireRecent).replaceWithVoid();
    }

    /** The owner of the session has just proved who they are; an ended session stays ended. */
    @WithTransaction
    public Uni<Void> renew(SessionId session) {
        return sessions.prove(session, clock.instant());
    }

    private void requireRecent(Optional<Session> found) {
        Instant earliest = clock.instant().minus(config.sudo());
        if (found.filter(session -> session.isProvedSince(earliest)).isEmpty()) {
            throw Rejected.because(SessionSlugs.PROOF_REQUIRED);
        }
    }
}
