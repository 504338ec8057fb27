package org.tallybook.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.token.AccessTokens;
import org.tallybook.kit.problem.Rejected;

/** Gives the gateway an access token for the session that a browser's cookie names. */
@ApplicationScoped
public class ExchangeSession {

    private final Sessions sessions;
    private final Identities identities;
    private final AccessTokens accessTokens;
    private final SessionConfig config;
    private final Clock clock;

    ExchangeSession(
            Sessions sessions, Identities identities, AccessTokens accessTokens, SessionConfig config, Clock clock) {
        this.sessions = sessions;
        this.identities = identities;
        this.accessTokens = accessTokens;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts as a sign of life. Emits nothing, so it does not lock the user's stream: a logout that commits first wins,
     * because the sign of life is stored only if the session has not ended.
     */
    @WithTransaction
    public Uni<SignedIn> exchange(OpaqueToken cookie) {
        return sessions.ofCookie(cookie)
                .map(this::requireLive)
                .map(session -> session.seen(clock.instant(), config.terms()))
                .call(session -> sessions.keepAlive(session).invoke(ExchangeSession::requireKept))
                .chain(session -> identities.find(session.user()).map(found -> signedIn(found, session, cookie)));
    }

    private Session requireLive(Optional<Session> found) {
        return found.filter(session -> session.isLive(clock.instant())).orElseThrow(ExchangeSession::invalid);
    }

    private static void requireKept(boolean kept) {
        if (!kept) {
            throw invalid();
        }
    }

    private SignedIn signedIn(Optional<Identity> found, Session session, OpaqueToken cookie) {
        Identity identity = found.filter(user -> !user.isLocked()).orElseThrow(ExchangeSession::invalid);
        return new SignedIn(
                identity,
                session,
                cookie,
                accessTokens.issue(identity, session.id().value()));
    }

    private static Rejected invalid() {
        return Rejected.because(SessionSlugs.SESSION_INVALID);
    }
}
