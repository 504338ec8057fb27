package org.tallybook.auth.mfa.domain;

/** What a user's authenticator app shares with us: 160 bits, as RFC 4226 (section 4, R6) recommends. */
public final class TotpSecret {

    public static final int BYTES = 20;

    private final byte[] bytes;

    public TotpSecret(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not 160 bits");
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Never the secret: it must not reach a log. */
    @Override
    public String toString() {
        return "TotpSecret[…]";
    }
}
