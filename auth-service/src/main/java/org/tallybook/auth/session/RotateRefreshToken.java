package org.tallybook.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.Identities;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.auth.session.domain.EndReason;
import org.tallybook.auth.session.domain.RefreshToken;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.token.AccessTokens;
import org.tallybook.kit.outbox.Outbox;

/**
 * The transaction of a refresh. The lock of the user's stream makes parallel refreshes of one session take turns: the
 * first spends the token, the others find it freshly spent and derive the same successor. A reuse is an outcome and
 * not a failure, because what it ends must be committed.
 */
@ApplicationScoped
class RotateRefreshToken {

    private static final Logger LOG = Logger.getLogger(RotateRefreshToken.class);
    private static final Outcome REFUSED = new Outcome(Optional.empty(), List.of());

    private final RefreshTokens tokens;
    private final Sessions sessions;
    private final Identities identities;
    private final EndSessions ending;
    private final MailOutbox mails;
    private final Audit audit;
    private final AccessTokens accessTokens;
    private final TokenKeys keys;
    private final SessionConfig config;
    private final Outbox outbox;
    private final Clock clock;

    RotateRefreshToken(
            RefreshTokens tokens,
            Sessions sessions,
            Identities identities,
            EndSessions ending,
            MailOutbox mails,
            Audit audit,
            AccessTokens accessTokens,
            TokenKeys keys,
            SessionConfig config,
            Outbox outbox,
            Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.identities = identities;
        this.ending = ending;
        this.mails = mails;
        this.audit = audit;
        this.accessTokens = accessTokens;
        this.keys = keys;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param signedIn empty if the token was refused
     * @param ended what the transaction has ended
     */
    record Outcome(Optional<SignedIn> signedIn, List<SessionId> ended) {}

    /** Everything that a decision needs, as it is under the lock. */
    private record Case(OpaqueToken presented, Client client, RefreshToken token, Session session, Identity identity) {}

    @WithSession
    public Uni<Optional<UserId>> ownerOf(OpaqueToken token) {
        return tokens.ownerOf(token);
    }

    @WithTransaction
    public Uni<Outcome> rotate(UserId owner, OpaqueToken presented, Client client) {
        return outbox.lock(owner.value())
                .chain(() -> identities.find(owner))
                .chain(found -> found.filter(identity -> !identity.isLocked())
                        .map(identity -> load(identity, presented, client).chain(this::decide))
                        .orElseGet(() -> Uni.createFrom().item(REFUSED)));
    }

    private Uni<Optional<Case>> load(Identity identity, OpaqueToken presented, Client client) {
        return tokens.find(presented)
                .chain(found -> found.map(token -> load(identity, presented, client, token))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Case>> load(Identity identity, OpaqueToken presented, Client client, RefreshToken token) {
        return sessions.find(token.session())
                .map(found -> found.map(session -> new Case(presented, client, token, session, identity)));
    }

    private Uni<Outcome> decide(Optional<Case> loaded) {
        if (loaded.isEmpty()) {
            return Uni.createFrom().item(REFUSED);
        }
        Case known = loaded.get();
        Instant now = clock.instant();
        return switch (known.token().step(known.session(), now, config.terms())) {
            case ROTATE -> rotate(known, now);
            case REPEAT -> Uni.createFrom().item(successor(known));
            case REUSED -> endFamily(known);
            case ENDED -> Uni.createFrom().item(REFUSED);
        };
    }

    private Uni<Outcome> rotate(Case known, Instant now) {
        OpaqueToken successor = keys.successorOf(known.presented());
        return tokens.rotate(known.presented(), successor, known.session().id(), now)
                .chain(() -> sessions.keepAlive(known.session().seen(now, config.terms())))
                .map(kept -> successor(known));
    }

    private Outcome successor(Case known) {
        var signedIn = new SignedIn(
                known.identity(),
                known.session(),
                keys.successorOf(known.presented()),
                accessTokens.issue(known.identity(), known.session().id().value()));
        return new Outcome(Optional.of(signedIn), List.of());
    }

    private Uni<Outcome> endFamily(Case known) {
        SessionId id = known.session().id();
        Identity owner = known.identity();
        LOG.warnf("a spent refresh token came back, its session ends: user=%s session=%s", owner.id(), id);
        return ending.end(owner.id(), session -> session.id().equals(id), EndReason.REUSE)
                .call(() -> mails.add(
                        MailKind.SESSION_REUSED, owner.email(), owner.profile().locale(), null, null))
                .call(() -> audit.note(owner.id(), AuditAction.REFRESH_TOKEN_REUSED, known.client(), id.toString()))
                .map(ended -> new Outcome(Optional.empty(), ended));
    }
}
