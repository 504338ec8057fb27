package org.tallybook.auth.passkey.api;

import java.util.List;
import org.tallybook.auth.passkey.domain.Passkey;

/** @param items the oldest first; never more than fit one page */
public record PasskeysResponse(List<PasskeyResponse> items) {

    static PasskeysResponse of(List<Passkey> passkeys) {
        return new PasskeysResponse(passkeys.stream().map(PasskeyResponse::of).toList());
    }
}
