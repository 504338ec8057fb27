package org.tallybook.auth.token.domain;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/**
 * A key pair that signs access tokens (RS256).
 *
 * @param id the {@code kid} of its tokens
 * @param activeFrom when it takes over from the key before it; published earlier, so that every verifier knows it by
 *     then
 */
public record SigningKey(String id, RSAPublicKey publicKey, PrivateKey privateKey, Instant activeFrom) {

    /** The same key with another turn. */
    public SigningKey signingFrom(Instant turn) {
        return new SigningKey(id, publicKey, privateKey, turn);
    }

    /** Not the key: it must not reach a log. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
