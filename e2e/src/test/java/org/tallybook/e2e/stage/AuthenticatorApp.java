package org.tallybook.e2e.stage;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a person's phone (RFC 6238). */
public record AuthenticatorApp(String secret) {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The code it shows now. */
    public String code() {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            byte[] step = ByteBuffer.allocate(8)
                    .putLong(Instant.now().getEpochSecond() / 30)
                    .array();
            byte[] hash = mac.doFinal(step);
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** 32 letters are 160 bits. */
    private byte[] key() {
        BigInteger bits = BigInteger.ZERO;
        for (char letter : secret.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(letter)));
        }
        byte[] key = new byte[20];
        byte[] digits = bits.toByteArray();
        int taken = Math.min(digits.length, key.length);
        System.arraycopy(digits, digits.length - taken, key, key.length - taken, taken);
        return key;
    }
}
