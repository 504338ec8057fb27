package org.tallybook.auth.session.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.peer.Peers;
import org.tallybook.auth.session.SessionSlugs;
import org.tallybook.auth.session.domain.SessionMode;
import org.tallybook.kit.problem.Rejected;

/** Which kind of session a sign-in asks for. Only the gateway can set our cookie, so only it may ask for that kind. */
@Singleton
public class SessionModes {

    public static final String HEADER = "X-Session-Mode";

    private final Peers peers;

    SessionModes(Peers peers) {
        this.peers = peers;
    }

    /** @throws Rejected {@code session-mode-not-allowed} */
    public SessionMode of(@Nullable String header, HttpServerRequest request) {
        if (header == null) {
            return SessionMode.BEARER;
        }
        if ("cookie".equals(header) && peers.isPeer(request)) {
            return SessionMode.COOKIE;
        }
        throw Rejected.because(SessionSlugs.SESSION_MODE_NOT_ALLOWED);
    }
}
