package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.RecentProof;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.Rejected;

/** Deletes an account for good; every service erases the user's data when it hears of it. */
@ApplicationScoped
public class DeleteIdentity {

    private final CheckPassword checking;
    private final RecentProof proof;
    private final EraseIdentity erasing;
    private final TellRevocations revocations;

    DeleteIdentity(CheckPassword checking, RecentProof proof, EraseIdentity erasing, TellRevocations revocations) {
        this.checking = checking;
        this.proof = proof;
        this.erasing = erasing;
        this.revocations = revocations;
    }

    /**
     * Fails with {@link Rejected} {@code password-wrong}.
     *
     * @param password may be null for a user who has none; then the session needs a recent proof
     */
    public Uni<Void> delete(UserId user, SessionId session, @Nullable String password) {
        return (password == null ? requireProof(user, session) : checking.require(user, password))
                .chain(() -> erasing.erase(user))
                .chain(revocations::sessions)
                .chain(() -> revocations.user(user));
    }

    private Uni<Void> requireProof(UserId user, SessionId session) {
        return checking.hashOf(user).invoke(DeleteIdentity::requireNone).chain(() -> proof.require(session));
    }

    private static void requireNone(Optional<PasswordHash> own) {
        if (own.isPresent()) {
            throw Rejected.field("password", FieldCode.REQUIRED);
        }
    }
}
