package org.tallybook.auth.token.persistence;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.tallybook.auth.secret.Secrets;

/** Private keys at rest: AES-256-GCM (NIST SP 800-38D), bound to the key's id so that no two can be swapped. */
@Singleton
class KeyCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    KeyCipher(Secrets secrets) {
        this.key = secrets.keyEncryptionKey();
    }

    /** The initialisation vector and then the ciphertext. */
    byte[] encrypt(String id, byte[] plain) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, id, iv, plain);
        return ByteBuffer.allocate(iv.length + sealed.length)
                .put(iv)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if the key encryption key is another or the row was tampered with */
    byte[] decrypt(String id, byte[] stored) {
        ByteBuffer parts = ByteBuffer.wrap(stored);
        byte[] iv = new byte[IV_BYTES];
        parts.get(iv);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return run(Cipher.DECRYPT_MODE, id, iv, sealed);
    }

    private byte[] run(int mode, String id, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(id.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "The signing key " + id + " cannot be read: TALLYBOOK_KEYS_KEK_FILE is not the one it was stored"
                            + " with.",
                    failure);
        }
    }
}
