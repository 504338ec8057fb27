package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.credential.Credentials;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.kit.problem.Rejected;

/** Removes what means nothing without a second factor. Needs the transaction that removed one, and may undo it. */
@ApplicationScoped
public class LastFactor {

    private final OwnFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final LoginChallenges challenges;
    private final Credentials credentials;

    LastFactor(OwnFactors factors, RecoveryCodes recoveryCodes, LoginChallenges challenges, Credentials credentials) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.challenges = challenges;
        this.credentials = credentials;
    }

    /**
     * Does nothing while another second factor is left. Fails with {@link Rejected} {@code password-too-short} for a
     * password that is good only beside one.
     */
    public Uni<Void> cleanUp(UserId user) {
        return factors.of(user)
                .chain(left ->
                        left.isEmpty() ? removeRest(user) : Uni.createFrom().voidItem());
    }

    private Uni<Void> removeRest(UserId user) {
        return credentials
                .isShort(user)
                .invoke(LastFactor::requireLong)
                .chain(() -> recoveryCodes.removeAll(user))
                .chain(() -> challenges.removeAll(user));
    }

    private static void requireLong(boolean isShort) {
        if (isShort) {
            throw Rejected.because(MfaSlugs.PASSWORD_TOO_SHORT);
        }
    }
}
