package org.tallybook.auth.mfa.api;

import org.tallybook.auth.mfa.ReadSecondFactors;
import org.tallybook.auth.mfa.domain.Factor;

/**
 * Which second factors the user has.
 *
 * @param enabled whether a sign-in by password asks for a second factor
 * @param totp whether an authenticator app is on
 * @param passkey whether there is a passkey
 * @param recoveryCodesLeft how many are not used
 */
public record MfaResponse(boolean enabled, boolean totp, boolean passkey, long recoveryCodesLeft) {

    static MfaResponse of(ReadSecondFactors.State state) {
        return new MfaResponse(
                !state.factors().isEmpty(),
                state.factors().contains(Factor.TOTP),
                state.factors().contains(Factor.PASSKEY),
                state.recoveryCodesLeft());
    }
}
