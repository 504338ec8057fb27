package org.tallybook.auth.secret;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key. */
public final class Mac32 {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    /** @param key at least 32 bytes */
    public Mac32(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("an HMAC key of " + key.length + " bytes is too short");
        }
        this.key = key.clone();
    }

    /** 32 bytes that nobody without the key can foresee. */
    public byte[] of(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has HMAC-SHA-256", impossible);
        }
    }
}
