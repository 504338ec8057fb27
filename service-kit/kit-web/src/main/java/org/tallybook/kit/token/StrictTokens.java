package org.tallybook.kit.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.PublicKey;
import java.time.Clock;

/**
 * The one verifier of access tokens. SmallRye checks the signature, the expiry, the issuer and the audience; left to
 * itself it also accepts any {@code typ}, an {@code iat} in the future, an empty {@code sub} and a missing
 * {@code jti}, which RFC 9068 and RFC 8725 forbid. {@link AccessTokenRules} closes that before and after it.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class StrictTokens extends DefaultJWTCallerPrincipalFactory {

    private final VerificationKeys keys;
    private final Clock clock;

    StrictTokens(VerificationKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo authContextInfo) throws ParseException {
        String keyId = AccessTokenRules.checkHeader(token);
        PublicKey key = keys.known(keyId).orElseThrow(() -> new ParseException("unknown key"));
        var withKey = new JWTAuthContextInfo(authContextInfo);
        withKey.setPublicVerificationKey(key);
        JWTCallerPrincipal principal = super.parse(token, withKey);
        AccessTokenRules.checkClaims(principal, clock.instant());
        return principal;
    }
}
