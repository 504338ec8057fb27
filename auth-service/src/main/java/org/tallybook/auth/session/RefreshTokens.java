package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.domain.RefreshToken;
import org.tallybook.auth.session.domain.SessionId;

/** All refresh tokens, by their HMAC. Needs a session of the database; writes need a transaction. */
public interface RefreshTokens {

    /** Whose token it is; reads nothing else, so that the owner can be locked before anything is decided. */
    Uni<Optional<UserId>> ownerOf(OpaqueToken token);

    Uni<Optional<RefreshToken>> find(OpaqueToken token);

    Uni<Void> add(OpaqueToken token, SessionId session, Instant now);

    /** Spends a token for its successor. */
    Uni<Void> rotate(OpaqueToken spent, OpaqueToken successor, SessionId session, Instant now);
}
