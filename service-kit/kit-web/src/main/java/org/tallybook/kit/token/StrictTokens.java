package org.tallybook.kit.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;

/**
 * The one verifier of access tokens. SmallRye checks the signature, the expiry, the issuer and the audience; left to
 * itself it also accepts any {@code typ}, an {@code iat} in the future, an empty {@code sub} and a missing
 * {@code jti}, which RFC 9068 and RFC 8725 forbid. {@link AccessTokenRules} closes that before and after it.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class StrictTokens extends DefaultJWTCallerPrincipalFactory {

    private final Clock clock;

    protected StrictTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo authContextInfo) throws ParseException {
        String keyId = AccessTokenRules.checkHeader(token);
        JWTCallerPrincipal principal = super.parse(token, withKey(keyId, authContextInfo));
        AccessTokenRules.checkClaims(principal, clock.instant());
        return principal;
    }

    /**
     * Where the key of a token comes from: by default from the issuer's key set. The issuer itself looks it up at home.
     *
     * @param keyId the token's {@code kid}, already checked for its form
     * @throws ParseException if there is no such key
     */
    protected JWTAuthContextInfo withKey(String keyId, JWTAuthContextInfo common) throws ParseException {
        return common;
    }
}
