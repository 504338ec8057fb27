package org.tallybook.auth.mfa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tallybook.auth.mfa.domain.TotpSecret;
import org.tallybook.auth.mfa.domain.TotpStep;

/** Codes of authenticator apps: TOTP (RFC 6238) with SHA-1 and six digits, which every app knows. */
final class TotpCodes {

    private static final String ALGORITHM = "HmacSHA1";
    private static final int MODULUS = 1_000_000;

    private TotpCodes() {}

    /** The accepted step that a code was made for; compared in constant time. */
    static Optional<TotpStep> stepOf(TotpSecret secret, String code, Instant now) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        Optional<TotpStep> found = Optional.empty();
        for (TotpStep step : TotpStep.acceptedAt(now)) {
            byte[] expected = code(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(expected, given) && found.isEmpty()) {
                found = Optional.of(step);
            }
        }
        return found;
    }

    /** HOTP (RFC 4226, section 5.3) with the number of the step as its counter. */
    static String code(TotpSecret secret, TotpStep step) {
        byte[] hash = hmac(
                secret.bytes(),
                ByteBuffer.allocate(Long.BYTES).putLong(step.number()).array());
        int offset = hash[hash.length - 1] & 0x0f;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has HMAC-SHA-1", impossible);
        }
    }
}
