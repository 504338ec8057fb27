package org.tallybook.auth.connection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signs the fake provider's ID tokens, rightly or as the script says. */
final class FakeTokens {

    private static final String KEY_ID = "acme-1";

    private final RsaJsonWebKey key = key(KEY_ID);
    private final RsaJsonWebKey stranger = key(KEY_ID);

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setAlgorithm("RS256");
            key.setUse("sig");
            return key;
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String keySet() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String idToken(String issuer, Script script) {
        try {
            return sign(claims(issuer, script), script.text("lie", ""));
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JwtClaims claims(String issuer, Script script) {
        String lie = script.text("lie", "");
        var claims = new JwtClaims();
        claims.setIssuer(lie.equals("iss") ? "https://somebody.else" : issuer);
        claims.setAudience(lie.equals("aud") ? List.of("another client") : List.of(FakeProvider.CLIENT_ID));
        if (lie.equals("two-audiences")) {
            claims.setAudience(FakeProvider.CLIENT_ID, "another client");
        }
        if (lie.equals("azp")) {
            claims.setStringClaim("azp", "another client");
        }
        NumericDate now = NumericDate.now();
        if (script.number("auth_age") != null) {
            claims.setClaim("auth_time", now.getValue() - script.number("auth_age"));
        }
        claims.setIssuedAt(now);
        NumericDate end = NumericDate.fromSeconds(now.getValue() + (lie.equals("expired") ? -120 : 300));
        if (!lie.equals("no-exp")) {
            claims.setExpirationTime(end);
        }
        if (!lie.equals("no-sub")) {
            claims.setSubject(script.text("sub"));
        }
        if (!lie.equals("no-nonce")) {
            claims.setStringClaim("nonce", lie.equals("nonce") ? "of another sign-in" : script.text("nonce"));
        }
        if (!script.flag("only-in-userinfo") && script.text("email") != null) {
            claims.setStringClaim("email", script.text("email"));
            claims.setClaim("email_verified", script.flag("email_verified"));
        }
        claims.setStringClaim("name", script.text("name"));
        return claims;
    }

    private String sign(JwtClaims claims, String lie) throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setKeyIdHeaderValue(lie.equals("unknown-kid") ? "acme-99" : KEY_ID);
        token.setAlgorithmHeaderValue(lie.equals("none") ? "none" : lie.startsWith("hs256") ? "HS256" : "RS256");
        if (!lie.equals("none")) {
            token.setKey(signingKey(lie));
        }
        String text = token.getCompactSerialization();
        return lie.equals("tampered") ? text.replaceFirst("\\.[^.]+\\.", "." + forged(claims) + ".") : text;
    }

    private Key signingKey(String lie) {
        return switch (lie) {
            case "signature" -> stranger.getPrivateKey();
            case "hs256-secret" -> new HmacKey(FakeProvider.SECRET.getBytes(StandardCharsets.UTF_8));
            case "hs256-key" -> new HmacKey(key.getPublicKey().getEncoded());
            default -> key.getPrivateKey();
        };
    }

    private static String forged(JwtClaims claims) {
        claims.setSubject("somebody else");
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
