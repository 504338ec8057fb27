package org.tallybook.gateway.csrf;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tallybook.gateway.session.Credentials;
import org.tallybook.kit.config.SecretFile;

/**
 * CSRF tokens: {@code random.HMAC-SHA256(secret, cookie, random)}. Bound to the cookie they protect, so a token that an
 * attacker got for himself is worth nothing in another browser; random, so that each one looks different in a compressed
 * answer (BREACH). They live as long as the cookie.
 */
@Singleton
public class CsrfTokens {

    private static final int FEWEST_BYTES = 32;
    private static final int RANDOM_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    CsrfTokens(@ConfigProperty(name = "tallybook.session-secret-file") Optional<String> file) {
        this.key =
                new SecretKeySpec(SecretFile.read("TALLYBOOK_SESSION_SECRET_FILE", file, FEWEST_BYTES), "HmacSHA256");
    }

    /** What a token must be bound to: the session, else the visitor cookie. */
    public static Optional<String> binding(Credentials credentials) {
        return credentials
                .session()
                .map(CsrfTokens::toSession)
                .or(() -> credentials.visitor().map(CsrfTokens::toVisitor));
    }

    public static String toSession(String session) {
        return "session:" + session;
    }

    public static String toVisitor(String visitor) {
        return "visitor:" + visitor;
    }

    /** A fresh 128-bit random value in base64url. */
    public String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    public String issue(String binding) {
        String nonce = randomText();
        return nonce + "." + mac(binding, nonce);
    }

    /** Whether the token was issued by us for this binding; compared in constant time. */
    public boolean verifies(@Nullable String token, String binding) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (token == null || dot <= 0) {
            return false;
        }
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.US_ASCII);
        byte[] expected = mac(binding, token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, given);
    }

    private String mac(String binding, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(("csrf\0" + binding + "\0" + nonce).getBytes(StandardCharsets.UTF_8));
            return ENCODER.encodeToString(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
