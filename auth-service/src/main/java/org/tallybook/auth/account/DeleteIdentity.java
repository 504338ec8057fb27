package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.kit.problem.Rejected;

/** Deletes an account for good; every service erases the user's data when it hears of it. */
@ApplicationScoped
public class DeleteIdentity {

    private final CheckPassword checking;
    private final EraseIdentity erasing;
    private final TellRevocations revocations;

    DeleteIdentity(CheckPassword checking, EraseIdentity erasing, TellRevocations revocations) {
        this.checking = checking;
        this.erasing = erasing;
        this.revocations = revocations;
    }

    /** Fails with {@link Rejected} {@code password-wrong}. */
    public Uni<Void> delete(UserId user, String password) {
        return checking.require(user, password)
                .chain(() -> erasing.erase(user))
                .chain(revocations::sessions)
                .chain(() -> revocations.user(user));
    }
}
