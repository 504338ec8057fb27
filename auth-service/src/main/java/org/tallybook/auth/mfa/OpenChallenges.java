package org.tallybook.auth.mfa;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.LoginChallenge;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.kit.problem.Rejected;

/** Knows whose sign-in waits for a second factor. */
@ApplicationScoped
public class OpenChallenges {

    private final LoginChallenges challenges;
    private final MfaConfig config;
    private final Clock clock;

    OpenChallenges(LoginChallenges challenges, MfaConfig config, Clock clock) {
        this.challenges = challenges;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with {@link Rejected} {@code mfa-token-invalid}. */
    @WithSession
    public Uni<UserId> ownerOf(OpaqueToken mfaToken) {
        return challenges
                .find(mfaToken)
                .map(found -> found.filter(one -> one.isOpen(clock.instant(), config.failuresAChallenge()))
                        .map(LoginChallenge::user)
                        .orElseThrow(() -> Rejected.because(MfaSlugs.MFA_TOKEN_INVALID)));
    }
}
