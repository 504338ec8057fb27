package org.tallybook.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.secret.TokenKeys;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.auth.token.AccessTokens;
import org.tallybook.kit.id.Ids;

/** Makes sessions with all that belongs to them; stores nothing. */
@ApplicationScoped
class NewSessions {

    private final SessionConfig config;
    private final AccessTokens accessTokens;
    private final TokenKeys keys;
    private final Ids ids;
    private final Clock clock;

    NewSessions(SessionConfig config, AccessTokens accessTokens, TokenKeys keys, Ids ids, Clock clock) {
        this.config = config;
        this.accessTokens = accessTokens;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    SignedIn open(Identity identity, Opening how) {
        Session session = Session.open(new SessionId(ids.next()), identity.id(), how, clock.instant(), config.terms());
        return new SignedIn(
                identity,
                session,
                keys.fresh(),
                accessTokens.issue(identity, session.id().value()));
    }
}
