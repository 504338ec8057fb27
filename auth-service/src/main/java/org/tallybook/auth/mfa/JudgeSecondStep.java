package org.tallybook.auth.mfa;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.LoginChallenge;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.OpenSession;
import org.tallybook.auth.session.SessionSlugs;
import org.tallybook.auth.session.SignedIn;
import org.tallybook.auth.session.domain.Proof;
import org.tallybook.kit.problem.Rejected;

/**
 * The transaction of a second step. The lock of the user's stream makes parallel tries take turns, so each is counted
 * and no code opens two sessions. A wrong factor is an outcome and not a failure, because its count must be committed.
 */
@ApplicationScoped
class JudgeSecondStep {

    private final LoginChallenges challenges;
    private final FailedTries failures;
    private final FactorOwners owners;
    private final OpenSession opening;
    private final MfaConfig config;
    private final Clock clock;

    JudgeSecondStep(
            LoginChallenges challenges,
            FailedTries failures,
            FactorOwners owners,
            OpenSession opening,
            MfaConfig config,
            Clock clock) {
        this.challenges = challenges;
        this.failures = failures;
        this.owners = owners;
        this.opening = opening;
        this.config = config;
        this.clock = clock;
    }

    @WithSession
    public Uni<Optional<UserId>> ownerOf(OpaqueToken token) {
        return challenges.find(token).map(found -> found.map(LoginChallenge::user));
    }

    /** Supplies the session, or throws why there is none. */
    @WithTransaction
    public Uni<Supplier<SignedIn>> judge(UserId owner, FinishSecondStep.Command command, ShownFactor shown) {
        return owners.lock(owner)
                .invoke(JudgeSecondStep::requireUnlocked)
                .call(identity -> failures.requireFew(owner))
                .chain(identity -> challenges
                        .find(command.token())
                        .map(found -> requireOpen(found, command))
                        .chain(challenge -> decide(identity, challenge, command, shown)));
    }

    private LoginChallenge requireOpen(Optional<LoginChallenge> found, FinishSecondStep.Command command) {
        Instant now = clock.instant();
        LoginChallenge challenge = found.filter(one -> one.isOpen(now, config.failuresAChallenge()))
                .orElseThrow(() -> Rejected.because(MfaSlugs.MFA_TOKEN_INVALID));
        if (challenge.how().mode() != command.mode()) {
            throw Rejected.because(SessionSlugs.SESSION_MODE_NOT_ALLOWED);
        }
        return challenge;
    }

    private Uni<Supplier<SignedIn>> decide(
            Identity owner, LoginChallenge challenge, FinishSecondStep.Command command, ShownFactor shown) {
        return shown.spend(owner, command.client())
                .chain(good -> good ? open(challenge, command.token()) : refuse(owner, challenge, command));
    }

    private Uni<Supplier<SignedIn>> open(LoginChallenge challenge, OpaqueToken token) {
        return challenges
                .remove(token)
                .chain(() -> opening.open(challenge.user(), challenge.how(), new Proof(challenge.first(), true)))
                .map(signedIn -> () -> signedIn);
    }

    private Uni<Supplier<SignedIn>> refuse(Identity owner, LoginChallenge challenge, FinishSecondStep.Command command) {
        boolean last = challenge.isOnLastTry(config.failuresAChallenge());
        return challenges
                .countFailure(command.token())
                .chain(() -> failures.note(owner, last, command.client()))
                .replaceWith(() -> JudgeSecondStep::fail);
    }

    private static SignedIn fail() {
        throw Rejected.because(MfaSlugs.MFA_FAILED);
    }

    private static void requireUnlocked(Identity identity) {
        if (identity.isLocked()) {
            throw Rejected.because(SessionSlugs.ACCOUNT_LOCKED);
        }
    }
}
