package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.domain.UserId;

/** Removes what means nothing without a second factor. Needs the transaction that removed one. */
@ApplicationScoped
public class LastFactor {

    private final OwnFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final LoginChallenges challenges;

    LastFactor(OwnFactors factors, RecoveryCodes recoveryCodes, LoginChallenges challenges) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.challenges = challenges;
    }

    /** Does nothing while another second factor is left. */
    public Uni<Void> cleanUp(UserId user) {
        return factors.of(user)
                .chain(left ->
                        left.isEmpty() ? removeRest(user) : Uni.createFrom().voidItem());
    }

    private Uni<Void> removeRest(UserId user) {
        return recoveryCodes.removeAll(user).chain(() -> challenges.removeAll(user));
    }
}
