package org.tallybook.auth.mfa;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.Factor;

/** Shows users which second factors they have. */
@ApplicationScoped
public class ReadSecondFactors {

    private final OwnFactors factors;
    private final RecoveryCodes recoveryCodes;

    ReadSecondFactors(OwnFactors factors, RecoveryCodes recoveryCodes) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
    }

    /** @param recoveryCodesLeft how many are not spent */
    public record State(Set<Factor> factors, long recoveryCodesLeft) {}

    @WithSession
    public Uni<State> read(UserId user) {
        return factors.of(user).chain(own -> recoveryCodes.left(user).map(left -> new State(own, left)));
    }
}
