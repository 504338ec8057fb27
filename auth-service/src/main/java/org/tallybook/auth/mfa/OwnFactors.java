package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.Factor;
import org.tallybook.auth.mfa.domain.Totp;

/** Knows which second factors a user has. Needs a session of the database. */
@ApplicationScoped
class OwnFactors {

    private final Totps totps;
    private final RecoveryCodes recoveryCodes;

    OwnFactors(Totps totps, RecoveryCodes recoveryCodes) {
        this.totps = totps;
        this.recoveryCodes = recoveryCodes;
    }

    /** Empty for a user who has none; recovery codes alone are none. */
    Uni<Set<Factor>> of(UserId user) {
        return totps.find(user).chain(totp -> recoveryCodes.left(user).map(left -> factors(totp, left)));
    }

    private static Set<Factor> factors(Optional<Totp> totp, long codesLeft) {
        Set<Factor> found = EnumSet.noneOf(Factor.class);
        if (totp.filter(Totp::isOn).isPresent()) {
            found.add(Factor.TOTP);
        }
        if (!found.isEmpty() && codesLeft > 0) {
            found.add(Factor.RECOVERY_CODE);
        }
        return found;
    }
}
