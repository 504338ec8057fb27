package org.tallybook.kit.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks the key of a token up before {@link StrictTokens} verifies it. Left to itself SmallRye reads the key set on a
 * worker thread in the middle of a verification and calls the token bad if it cannot: an issuer that is merely starting
 * would sign everybody out.
 */
@ApplicationScoped
class KeysFirst implements IdentityProvider<TokenAuthenticationRequest> {

    private final VerificationKeys keys;
    private final MpJwtValidator validator;

    KeysFirst(VerificationKeys keys, MpJwtValidator validator) {
        this.keys = keys;
        this.validator = validator;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before {@link MpJwtValidator}, which has the default priority: {@code SYSTEM_FIRST + 1}. */
    @Override
    public int priority() {
        return IdentityProvider.SYSTEM_FIRST + 2;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof JsonWebTokenCredential credential)) {
            return Uni.createFrom().nullItem();
        }
        try {
            String keyId = AccessTokenRules.checkHeader(credential.getToken());
            return keys.lookUp(keyId).chain(() -> validator.authenticate(request, context));
        } catch (ParseException refused) {
            return Uni.createFrom().failure(new AuthenticationFailedException(refused));
        }
    }
}
