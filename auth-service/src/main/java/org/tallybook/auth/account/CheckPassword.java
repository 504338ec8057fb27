package org.tallybook.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.credential.PasswordHashing;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.problem.Rejected;

/** Asks a signed-in user for the password once more. */
@ApplicationScoped
class CheckPassword {

    private final Credentials credentials;
    private final PasswordHashing hashing;

    CheckPassword(Credentials credentials, PasswordHashing hashing) {
        this.credentials = credentials;
        this.hashing = hashing;
    }

    /** Fails with {@link Rejected} {@code password-wrong}. */
    Uni<Void> require(UserId user, String password) {
        return hashOf(user)
                .chain(hash -> hashing.matches(hash.orElse(null), password))
                .invoke(CheckPassword::requireRight)
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
