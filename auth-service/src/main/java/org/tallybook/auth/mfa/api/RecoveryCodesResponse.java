package org.tallybook.auth.mfa.api;

import java.util.List;
import org.tallybook.auth.mfa.domain.RecoveryCode;

/** @param recoveryCodes shown once; each opens the account once without the second factor */
public record RecoveryCodesResponse(List<String> recoveryCodes) {

    static RecoveryCodesResponse of(List<RecoveryCode> codes) {
        return new RecoveryCodesResponse(codes.stream().map(RecoveryCode::text).toList());
    }

    /** The codes must not reach a log. */
    @Override
    public String toString() {
        return "RecoveryCodesResponse[…]";
    }
}
