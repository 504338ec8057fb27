package org.tallybook.auth.token;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.token.StrictTokens;

/**
 * The verifier of every service, with the keys taken from memory: the service that publishes the key set must not
 * depend on calling itself over HTTP, least of all while it starts.
 */
@Singleton
@Alternative
@Priority(2)
class OwnTokens extends StrictTokens {

    private final SigningKeys keys;

    OwnTokens(SigningKeys keys, Clock clock) {
        super(clock);
        this.keys = keys;
    }

    @Override
    protected JWTAuthContextInfo withKey(String keyId, JWTAuthContextInfo common) throws ParseException {
        SigningKey key = keys.published(keyId).orElseThrow(() -> new ParseException("unknown key"));
        var own = new JWTAuthContextInfo(common);
        own.setPublicVerificationKey(key.publicKey());
        return own;
    }
}
