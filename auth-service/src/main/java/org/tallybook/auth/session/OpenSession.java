package org.tallybook.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.device.RecognizeDevice;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.Proof;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionMode;
import org.tallybook.auth.session.events.SessionEvents;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.Rejected;

/** Opens a session for a user who has proved to be who they claim. */
@ApplicationScoped
public class OpenSession {

    private final Identities identities;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final NewSessions fresh;
    private final SessionEvents events;
    private final Audit audit;
    private final RecognizeDevice devices;
    private final Outbox outbox;

    OpenSession(
            Identities identities,
            Sessions sessions,
            RefreshTokens refreshTokens,
            NewSessions fresh,
            SessionEvents events,
            Audit audit,
            RecognizeDevice devices,
            Outbox outbox) {
        this.identities = identities;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.fresh = fresh;
        this.events = events;
        this.audit = audit;
        this.devices = devices;
        this.outbox = outbox;
    }

    /** Fails with {@link Rejected} if the account was locked or deleted since the proof was checked. */
    @WithTransaction
    public Uni<SignedIn> open(UserId user, Opening how, Proof proof) {
        return outbox.lock(user.value())
                .chain(() -> identities.find(user))
                .map(OpenSession::requireUsable)
                .map(identity -> fresh.open(identity, how))
                .call(this::store)
                .call(opened -> events.loggedIn(user, proof, opened.session().createdAt()))
                .call(() -> audit.note(user, AuditAction.LOGIN, how.client(), null))
                .call(opened -> devices.recognize(opened.identity(), how.client()));
    }

    private Uni<Void> store(SignedIn opened) {
        Session session = opened.session();
        if (session.mode() == SessionMode.COOKIE) {
            return sessions.add(session, opened.secret());
        }
        return sessions.add(session, null)
                .chain(() -> refreshTokens.add(opened.secret(), session.id(), session.createdAt()));
    }

    private static Identity requireUsable(Optional<Identity> found) {
        return found.filter(identity -> !identity.isLocked())
                .orElseThrow(() -> Rejected.because(SessionSlugs.INVALID_CREDENTIALS));
    }
}
