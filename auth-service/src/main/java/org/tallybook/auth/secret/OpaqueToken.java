package org.tallybook.auth.secret;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 256 bits that mean nothing by themselves: a session, a refresh token, the token of a mailed link. Only its HMAC is
 * ever stored.
 */
public final class OpaqueToken {

    static final int BYTES = 32;
    private static final int LENGTH = 43;

    private final byte[] bytes;

    OpaqueToken(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not 256 bits");
        }
        this.bytes = bytes.clone();
    }

    /** Reads what a client sent; empty for anything that we never issued. */
    public static Optional<OpaqueToken> parse(@Nullable String text) {
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            OpaqueToken token = new OpaqueToken(Base64.getUrlDecoder().decode(text));
            return token.text().equals(text) ? Optional.of(token) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Base64url without padding, 43 characters. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Never the token: it must not reach a log. */
    @Override
    public String toString() {
        return "OpaqueToken[…]";
    }
}
