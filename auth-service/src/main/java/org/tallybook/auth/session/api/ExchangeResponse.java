package org.tallybook.auth.session.api;

import java.util.UUID;
import org.tallybook.auth.session.SignedIn;

/** @param expiresIn seconds */
public record ExchangeResponse(String accessToken, long expiresIn, UUID sessionId, UUID userId) {

    static ExchangeResponse of(SignedIn signedIn) {
        return new ExchangeResponse(
                signedIn.accessToken().text(),
                signedIn.accessToken().expiresIn(),
                signedIn.session().id().value(),
                signedIn.identity().id().value());
    }
}
