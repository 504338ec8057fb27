package org.tallybook.auth.pat.domain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A personal access token as a program holds it: {@code tb_pat_}, 256 bit in 43 characters of base 62, and a CRC-32 of
 * these in 6 more. The prefix and the checksum let a secret scanner find leaked ones without false alarms, and tell a
 * mistyped one without asking the database; they protect nothing.
 */
public final class TokenText {

    public static final String PREFIX = "tb_pat_";
    public static final int SECRET_BYTES = 32;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (SECRET_LENGTH + CHECKSUM_LENGTH) + "}");

    private final String text;

    private TokenText(String text) {
        this.text = text;
    }

    /** @param secret 32 random bytes */
    public static TokenText of(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("not 256 bits");
        }
        String digits = base62(new BigInteger(1, secret), SECRET_LENGTH);
        return new TokenText(PREFIX + digits + checksum(digits));
    }

    /** Reads what a program sent; empty for anything that we never issued. */
    public static Optional<TokenText> parse(@Nullable String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.substring(PREFIX.length(), PREFIX.length() + SECRET_LENGTH);
        return text.endsWith(checksum(digits)) ? Optional.of(new TokenText(text)) : Optional.empty();
    }

    /** Shown once, to who made it. */
    public String text() {
        return text;
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Never the token: it must not reach a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }

    private static String checksum(String digits) {
        var crc = new CRC32();
        crc.update(digits.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        char[] digits = new char[length];
        Arrays.fill(digits, DIGITS.charAt(0));
        BigInteger rest = number;
        for (int i = length - 1; rest.signum() > 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(digits);
    }
}
