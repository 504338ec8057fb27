package org.tallybook.auth.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that we have to read again, at rest: AES-256-GCM (NIST SP 800-38D), bound to whom they belong to, so that no
 * two of them can be swapped.
 */
public final class SealingKey {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SealingKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The initialisation vector, then the ciphertext with its tag: 28 bytes more than the plain text. */
    public byte[] seal(String owner, byte[] plain) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, owner, iv, plain);
        return ByteBuffer.allocate(iv.length + sealed.length)
                .put(iv)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if the key is another, or the text was tampered with or belongs to another */
    public byte[] open(String owner, byte[] stored) {
        ByteBuffer parts = ByteBuffer.wrap(stored);
        byte[] iv = new byte[IV_BYTES];
        parts.get(iv);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return run(Cipher.DECRYPT_MODE, owner, iv, sealed);
    }

    private byte[] run(int mode, String owner, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A secret of " + owner + " cannot be read: TALLYBOOK_KEYS_KEK_FILE is not the one it was stored"
                            + " with, or the row was changed.",
                    failure);
        }
    }
}
