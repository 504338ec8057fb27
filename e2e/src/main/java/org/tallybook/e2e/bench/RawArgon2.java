package org.tallybook.e2e.bench;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The work of one password check and nothing around it: Bouncy Castle's Argon2id, as auth-service calls it, with the
 * parameters that docs/security.md states and a secret and a salt of the same lengths.
 */
final class RawArgon2 {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final byte[] password = "correct horse battery".getBytes(StandardCharsets.UTF_8);
    private final byte[] pepper = new byte[TAG_BYTES];

    /** Kept by each thread for its next computation, or the collector would be measured too. */
    private final ThreadLocal<FixedBlockPool> memory = ThreadLocal.withInitial(() -> new FixedBlockPool(MEMORY_KIB));

    void work() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSecret(pepper)
                .withSalt(salt)
                .withBlockPool(memory.get())
                .build());
        generator.generateBytes(password, new byte[TAG_BYTES]);
    }
}
