package org.tallybook.kit.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What an access token must look like beyond its signature: RFC 9068 profile, RFC 8725 section 3. */
final class AccessTokenRules {

    static final Duration LONGEST_LIFE = Duration.ofSeconds(300);
    static final Duration SKEW = Duration.ofSeconds(5);

    private static final int LONGEST_TOKEN = 4096;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private AccessTokenRules() {}

    /** Refuses a token by its header alone, before a key is looked up; returns the id of the key to look up. */
    static String checkHeader(String token) throws ParseException {
        if (token.length() > LONGEST_TOKEN) {
            throw new ParseException("token too long");
        }
        JsonNode header = header(token);
        require("at+jwt".equals(header.path("typ").asText()), "typ");
        require("RS256".equals(header.path("alg").asText()), "alg");
        require(header.path("kid").isTextual(), "kid");
        require(KEY_ID.matcher(header.path("kid").asText()).matches(), "kid");
        require(!header.has("crit") && !header.has("jwk") && !header.has("jku") && !header.has("x5u"), "header");
        return header.path("kid").asText();
    }

    /** Refuses a token whose signature is good but whose claims no issuer of ours would write. */
    static void checkClaims(JsonWebToken token, Instant now) throws ParseException {
        require(isUuid(token.getSubject()), "sub");
        require(isUuid(token.getTokenID()), "jti");
        require(token.getClaim("sid") instanceof String sid && isUuid(sid), "sid");
        require(token.getClaim("scope") instanceof String scope && !scope.isBlank(), "scope");
        require(token.getClaim("locale") instanceof String, "locale");
        require(token.getClaim("zoneinfo") instanceof String zone && isZone(zone), "zoneinfo");
        long issued = token.getIssuedAtTime();
        long expires = token.getExpirationTime();
        require(issued > 0 && issued <= now.plus(SKEW).getEpochSecond(), "iat");
        require(expires > issued && expires - issued <= LONGEST_LIFE.toSeconds(), "exp");
    }

    private static JsonNode header(String token) throws ParseException {
        int dot = token.indexOf('.');
        require(dot > 0, "form");
        try {
            return STRICT.readTree(Base64.getUrlDecoder().decode(token.substring(0, dot)));
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new ParseException("header", malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a byte array failed", impossible);
        }
    }

    private static boolean isUuid(String text) {
        try {
            return text != null
                    && text.length() == 36
                    && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static void require(boolean condition, String claim) throws ParseException {
        if (!condition) {
            throw new ParseException("not an access token of ours: " + claim);
        }
    }
}
