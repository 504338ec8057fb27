package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.credential.PasswordHashing;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.guard.LoginGuard;
import org.tallybook.auth.guard.domain.Attempt;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.SignInMethod;
import org.tallybook.kit.limit.Networks;
import org.tallybook.kit.problem.Rejected;

/**
 * Signs a person in by password. An unknown name, a wrong password and an account that is neither cost the same and
 * read the same; only who knows the password learns that the address is not verified or the account is locked.
 */
@ApplicationScoped
public class LogIn {

    private final Candidates candidates;
    private final LoginGuard guard;
    private final PasswordHashing hashing;
    private final OpenAfterFirstFactor opening;

    LogIn(Candidates candidates, LoginGuard guard, PasswordHashing hashing, OpenAfterFirstFactor opening) {
        this.candidates = candidates;
        this.guard = guard;
        this.hashing = hashing;
        this.opening = opening;
    }

    /** @param login e-mail address or username, in any case */
    public record Command(String login, String password, Opening opening) {}

    /**
     * Fails with {@link Rejected} {@code invalid-credentials}, {@code email-not-verified}, {@code account-locked} or
     * {@code mfa-required} or {@code too-many-requests}.
     */
    public Uni<SignedIn> logIn(Command command) {
        return candidates
                .named(command.login(), command.opening().client())
                .call(candidate -> requirePassword(candidate, command))
                .call(candidate -> renewIfOutdated(candidate, command.password()))
                .map(candidate -> candidate.requireIdentity().id())
                .chain(user -> opening.open(user, SignInMethod.PASSWORD, command.opening()));
    }

    private Uni<Void> requirePassword(Candidate candidate, Command command) {
        var network = Networks.of(command.opening().client().address());
        var attempt = new Attempt(command.login(), network, candidate.knownDevice());
        return guard.admit(attempt)
                .chain(() -> hashing.matches(candidate.hash(), command.password()))
                .call(right -> guard.tell(attempt, right).chain(end -> warn(candidate, end)))
                .invoke(candidate::judge)
                .replaceWithVoid();
    }

    private Uni<Void> warn(Candidate candidate, boolean patienceEnded) {
        return patienceEnded ? candidates.warn(candidate) : Uni.createFrom().voidItem();
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
