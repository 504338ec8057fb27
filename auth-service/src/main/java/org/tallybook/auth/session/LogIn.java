package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.credential.PasswordHashing;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.SignInMethod;
import org.tallybook.kit.problem.Rejected;

/**
 * Signs a person in by password. An unknown name, a wrong password and an account that is neither cost the same and
 * read the same; only who knows the password learns that the address is not verified or the account is locked.
 */
@ApplicationScoped
public class LogIn {

    private final Candidates candidates;
    private final PasswordHashing hashing;
    private final OpenAfterFirstFactor opening;

    LogIn(Candidates candidates, PasswordHashing hashing, OpenAfterFirstFactor opening) {
        this.candidates = candidates;
        this.hashing = hashing;
        this.opening = opening;
    }

    /** @param login e-mail address or username, in any case */
    public record Command(String login, String password, Opening opening) {}

    /**
     * Fails with {@link Rejected} {@code invalid-credentials}, {@code email-not-verified}, {@code account-locked} or
     * {@code mfa-required}.
     */
    public Uni<SignedIn> logIn(Command command) {
        return candidates
                .named(command.login())
                .call(candidate -> requirePassword(candidate, command.password()))
                .call(candidate -> renewIfOutdated(candidate, command.password()))
                .map(candidate -> candidate.requireIdentity().id())
                .chain(user -> opening.open(user, SignInMethod.PASSWORD, command.opening()));
    }

    private Uni<Void> requirePassword(Candidate candidate, String password) {
        return hashing.matches(candidate.hash(), password)
                .invoke(candidate::judge)
                .replaceWithVoid();
    }

    private Uni<Void> renewIfOutdated(Candidate candidate, String password) {
        PasswordHash hash = candidate.hash();
        if (hash == null || !hashing.isOutdated(hash)) {
            return Uni.createFrom().voidItem();
        }
        return hashing.hash(password)
                .chain(renewed -> candidates.renew(candidate.requireIdentity().id(), hash, renewed));
    }
}
