package org.tallybook.auth.passkey.domain;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes that are compared by what they are. */
public final class Octets {

    private final byte[] bytes;

    public Octets(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** @throws IllegalArgumentException unless it is base64url, with or without padding */
    public static Octets ofText(String base64url) {
        return new Octets(Base64.getUrlDecoder().decode(base64url));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Base64url without padding. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
