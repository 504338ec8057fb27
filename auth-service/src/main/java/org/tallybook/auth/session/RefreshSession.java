package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.kit.problem.Rejected;

/**
 * Exchanges a refresh token for its successor and a new access token (RFC 9700, section 4.14.2). A token that comes
 * back after its grace ends the whole session: somebody else holds it.
 */
@ApplicationScoped
public class RefreshSession {

    private final RotateRefreshToken rotation;
    private final TellRevocations revocations;

    RefreshSession(RotateRefreshToken rotation, TellRevocations revocations) {
        this.rotation = rotation;
        this.revocations = revocations;
    }

    /** Fails with {@link Rejected} {@code refresh-token-invalid}, the same for every reason. */
    public Uni<SignedIn> refresh(OpaqueToken token, Client client) {
        return rotation.ownerOf(token)
                .map(owner -> owner.orElseThrow(RefreshSession::invalid))
                .chain(owner -> rotation.rotate(owner, token, client))
                .call(outcome -> revocations.sessions(outcome.ended()))
                .map(outcome -> outcome.signedIn().orElseThrow(RefreshSession::invalid));
    }

    private static Rejected invalid() {
        return Rejected.because(SessionSlugs.REFRESH_TOKEN_INVALID);
    }
}
