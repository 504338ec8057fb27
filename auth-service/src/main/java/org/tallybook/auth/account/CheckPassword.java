package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.credential.PasswordHashing;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.guard.LoginGuard;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.problem.Rejected;

/** Asks a signed-in user for the password once more. */
@ApplicationScoped
class CheckPassword {

    private final Credentials credentials;
    private final LoginGuard guard;
    private final PasswordHashing hashing;

    CheckPassword(Credentials credentials, LoginGuard guard, PasswordHashing hashing) {
        this.credentials = credentials;
        this.guard = guard;
        this.hashing = hashing;
    }

    /** Fails with {@link Rejected} {@code password-wrong} or {@code too-many-requests}. */
    Uni<Void> require(UserId user, String password) {
        return guard.admitProof(user.value())
                .chain(() -> hashOf(user))
                .chain(hash -> hashing.matches(hash.orElse(null), password))
                .invoke(CheckPassword::requireRight)
                .call(() -> guard.proved(user.value()))
                .replaceWithVoid();
    }

    @WithSession
    public Uni<Optional<PasswordHash>> hashOf(UserId user) {
        return credentials.find(user);
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw Rejected.because(AccountSlugs.PASSWORD_WRONG);
        }
    }
}
