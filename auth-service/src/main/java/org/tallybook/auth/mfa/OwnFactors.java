package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mfa.domain.Factor;
import org.tallybook.auth.mfa.domain.Totp;

/** Knows which second factors a user has. Needs a session of the database. */
@ApplicationScoped
class OwnFactors {

    private final Totps totps;
    private final PasskeyOwners passkeys;
    private final RecoveryCodes recoveryCodes;

    OwnFactors(Totps totps, PasskeyOwners passkeys, RecoveryCodes recoveryCodes) {
        this.totps = totps;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
    }

    /** Empty for a user who has none; recovery codes alone are none. */
    Uni<Set<Factor>> of(UserId user) {
        Set<Factor> own = EnumSet.noneOf(Factor.class);
        return totps.find(user)
                .invoke(totp -> addIf(own, Factor.TOTP, totp.filter(Totp::isOn).isPresent()))
                .chain(() -> passkeys.hasPasskey(user))
                .invoke(has -> addIf(own, Factor.PASSKEY, has))
                .chain(() -> recoveryCodes.left(user))
                .invoke(left -> addIf(own, Factor.RECOVERY_CODE, !own.isEmpty() && left > 0))
                .replaceWith(own);
    }

    private static void addIf(Set<Factor> own, Factor factor, boolean has) {
        if (has) {
            own.add(factor);
        }
    }
}
