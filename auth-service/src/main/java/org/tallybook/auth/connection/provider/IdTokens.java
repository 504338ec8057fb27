package org.tallybook.auth.connection.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.tallybook.auth.connection.Attempt;
import org.tallybook.auth.connection.domain.ProviderFailure;

/**
 * Judges ID tokens (OpenID Connect Core 1.0, section 3.1.3.7): signed by a key of the provider with an algorithm for
 * key pairs, from the issuer, for us, alive, and made for this very sign-in.
 */
final class IdTokens {

    private static final int SKEW_SECONDS = 30;

    /** As long as somebody may be away at a provider. */
    private static final Duration STALE = Duration.ofMinutes(10);

    /** No {@code none}, and no HMAC: our own secret or a public key must not pass for the provider's signature. */
    private static final AlgorithmConstraints SIGNATURES = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384);

    private final String issuer;
    private final String clientId;

    IdTokens(String issuer, String clientId) {
        this.issuer = issuer;
        this.clientId = clientId;
    }

    /** The key among a provider's that a token says it is signed with; empty if it is not among them. */
    static Optional<JsonWebKey> keyOf(String token, JsonWebKeySet keys) {
        try {
            return Optional.ofNullable(new VerificationJwkSelector().select(signature(token), keys.getJsonWebKeys()));
        } catch (JoseException unreadable) {
            throw ProviderFailure.wrong("ID token cannot be read");
        }
    }

    private static JsonWebSignature signature(String token) throws JoseException {
        if (JsonWebStructure.fromCompactSerialization(token) instanceof JsonWebSignature signature) {
            signature.setAlgorithmConstraints(SIGNATURES);
            SIGNATURES.checkConstraint(signature.getAlgorithmHeaderValue());
            return signature;
        }
        throw ProviderFailure.wrong("ID token is not signed");
    }

    /** @throws ProviderFailure unless everything is right */
    JwtClaims verify(String token, JsonWebKey key, Attempt attempt, Instant now) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(SIGNATURES)
                    .setVerificationKey(key.getKey())
                    .setExpectedIssuer(issuer)
                    .setExpectedAudience(clientId)
                    .setRequireSubject()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                    .build()
                    .processToClaims(token);
            requireForUs(claims);
            require(attempt.nonce().equals(claims.getStringClaimValue("nonce")), "nonce");
            requireFresh(claims, attempt, now);
            return claims;
        } catch (InvalidJwtException | MalformedClaimException refused) {
            throw ProviderFailure.wrong("ID token is not valid");
        }
    }

    /** With several audiences the token must say that it was made for us; if it says for whom, it must be us. */
    private void requireForUs(JwtClaims claims) throws MalformedClaimException {
        List<String> audience = claims.getAudience();
        String party = claims.getStringClaimValue("azp");
        require(party == null ? audience.size() == 1 : party.equals(clientId), "azp");
    }

    /**
     * Who was to sign in anew did so just now. A provider must say when, having been asked with {@code max_age}; some
     * large ones never do, and from them the sign-in is taken as what it is.
     */
    private static void requireFresh(JwtClaims claims, Attempt attempt, Instant now) throws MalformedClaimException {
        NumericDate signedInAt = claims.getNumericDateClaimValue("auth_time");
        long oldest = now.minus(STALE).getEpochSecond();
        require(!attempt.fresh() || signedInAt == null || signedInAt.getValue() >= oldest, "auth_time");
    }

    private static void require(boolean condition, String claim) {
        if (!condition) {
            throw ProviderFailure.wrong("ID token with a wrong " + claim);
        }
    }
}
