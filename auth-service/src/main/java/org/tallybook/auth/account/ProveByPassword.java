package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.problem.Rejected;

/** Opens a session's sudo window again for a user who knows the password. */
@ApplicationScoped
public class ProveByPassword {

    private final CheckPassword checking;
    private final RecentProof proof;

    ProveByPassword(CheckPassword checking, RecentProof proof) {
        this.checking = checking;
        this.proof = proof;
    }

    /** Fails with {@link Rejected} {@code password-wrong}. */
    public Uni<Void> prove(UserId user, SessionId session, String password) {
        return checking.require(user, password).chain(() -> proof.renew(session));
    }
}
