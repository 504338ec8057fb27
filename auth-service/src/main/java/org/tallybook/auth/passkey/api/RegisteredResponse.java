package org.tallybook.auth.passkey.api;

import java.util.List;
import org.tallybook.auth.mfa.domain.RecoveryCode;
import org.tallybook.auth.passkey.AddPasskey;

/**
 * A new passkey.
 *
 * @param recoveryCodes shown once; empty if the user has some already
 */
public record RegisteredResponse(PasskeyResponse passkey, List<String> recoveryCodes) {

    static RegisteredResponse of(AddPasskey.Added added) {
        return new RegisteredResponse(
                PasskeyResponse.of(added.passkey()),
                added.recoveryCodes().stream().map(RecoveryCode::text).toList());
    }

    /** The codes must not reach a log. */
    @Override
    public String toString() {
        return "RegisteredResponse[…]";
    }
}
