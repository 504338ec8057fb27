package org.tallybook.kit.test.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mints access tokens that a service under {@link TestIssuer} accepts, and by small changes those it must not accept.
 * Written without a JWT library so that it can also write what no library would. Immutable.
 */
public final class TestTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIFE_SECONDS = 300;

    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    private TestTokens(Map<String, Object> header, Map<String, Object> claims) {
        this.header = header;
        this.claims = claims;
    }

    /** A full interactive token of an ordinary user in UTC. */
    public static TestTokens user(UUID userId) {
        long now = Instant.now().getEpochSecond();
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "RS256");
        header.put("typ", "at+jwt");
        header.put("kid", TestIssuer.KEY_ID);
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", TestIssuer.ISSUER);
        claims.put("aud", "tallybook");
        claims.put("sub", userId.toString());
        claims.put("sid", UUID.randomUUID().toString());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        claims.put("groups", List.of("user"));
        claims.put("scope", "full");
        claims.put("zoneinfo", "UTC");
        claims.put("locale", "en");
        return new TestTokens(header, claims);
    }

    public TestTokens scope(String scopes) {
        return with("scope", scopes);
    }

    public TestTokens zone(String zone) {
        return with("zoneinfo", zone);
    }

    /** Issued and expired an hour ago, beyond any tolerated skew. */
    public TestTokens expired() {
        long issued = Instant.now().getEpochSecond() - 3_600;
        return with("iat", issued).with("exp", issued + LIFE_SECONDS);
    }

    /** Sets a claim; null removes it. */
    public TestTokens with(String claim, @Nullable Object value) {
        return new TestTokens(header, changed(claims, claim, value));
    }

    /** Sets a header parameter; null removes it. */
    public TestTokens header(String parameter, @Nullable Object value) {
        return new TestTokens(changed(header, parameter, value), claims);
    }

    public String claim(String name) {
        return String.valueOf(claims.get(name));
    }

    /** The compact form, signed with the issuer's key. */
    public String sign() {
        return sign(TestIssuer.KEYS.getPrivate());
    }

    /** The compact form, signed with any RSA key. */
    public String sign(PrivateKey key) {
        String input = signingInput();
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM signs with RSA", impossible);
        }
    }

    /** The compact form with an empty signature. */
    public String unsigned() {
        return signingInput() + ".";
    }

    /** Header and payload, joined by a dot. */
    public String signingInput() {
        return base64(json(header)) + "." + base64(json(claims));
    }

    /** The value of an {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + sign();
    }

    private static Map<String, Object> changed(Map<String, Object> from, String name, @Nullable Object value) {
        var copy = new LinkedHashMap<>(from);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return copy;
    }

    private static byte[] json(Map<String, Object> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("claims are plain values", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
