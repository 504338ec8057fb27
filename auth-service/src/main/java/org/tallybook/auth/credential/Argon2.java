package org.tallybook.auth.credential;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters.Builder;
import org.jboss.logging.Logger;
import org.tallybook.auth.credential.domain.Argon2Hash;
import org.tallybook.auth.credential.domain.Argon2Parameters;
import org.tallybook.auth.credential.domain.PasswordRules;
import org.tallybook.auth.secret.Secrets;

/**
 * Argon2id version 19 (RFC 9106) with the pepper as Argon2's own secret input. Slow by design and blocking: only
 * {@link PasswordHashing} calls it, on its own threads.
 */
@Singleton
class Argon2 {

    private static final Logger LOG = Logger.getLogger(Argon2.class);

    private final SecureRandom random = new SecureRandom();

    /**
     * Working memory, lent to one computation at a time and kept for the next. Allocated anew for each, 19 MiB that live as
     * long as a computation overflow the young generation of a small heap: a rush of logins brought one full collection
     * after the other, and each stops every thread.
     */
    private final Queue<BlockPool> idle = new ConcurrentLinkedQueue<>();

    private final Secrets secrets;
    private final Argon2Parameters current;

    Argon2(Secrets secrets, PasswordConfig config) {
        this.secrets = secrets;
        this.current = new Argon2Parameters(config.memory(), config.passes(), config.lanes());
    }

    /** A hash with a fresh salt, today's parameters and today's pepper. */
    Argon2Hash hash(String password) {
        byte[] salt = new byte[Argon2Hash.SALT_BYTES];
        random.nextBytes(salt);
        int version = secrets.pepperVersion();
        byte[] tag = tag(password, current, pepper(version).orElseThrow(), salt);
        return new Argon2Hash(current, version, salt, tag);
    }

    /** Whether the password made the hash; compared in constant time. */
    boolean matches(Argon2Hash hash, String password) {
        Optional<byte[]> pepper = pepper(hash.pepperVersion());
        if (pepper.isEmpty()) {
            LOG.errorf("a password cannot be checked: pepper version %d is not configured", hash.pepperVersion());
            return false;
        }
        byte[] tag = tag(password, hash.parameters(), pepper.get(), hash.salt());
        return MessageDigest.isEqual(tag, hash.tag());
    }

    /** Whether a hash should be renewed at the next login, because parameters or pepper have moved on. */
    boolean isOutdated(Argon2Hash hash) {
        return hash.pepperVersion() != secrets.pepperVersion()
                || !hash.parameters().equals(current);
    }

    private Optional<byte[]> pepper(int version) {
        return secrets.pepper(version);
    }

    private byte[] tag(String password, Argon2Parameters cost, byte[] pepper, byte[] salt) {
        BlockPool memory = Optional.ofNullable(idle.poll()).orElseGet(() -> new FixedBlockPool(current.memory()));
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Builder(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                    .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memory())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSecret(pepper)
                    .withSalt(salt)
                    .withBlockPool(memory)
                    .build());
            byte[] tag = new byte[Argon2Hash.TAG_BYTES];
            generator.generateBytes(PasswordRules.normalized(password).getBytes(StandardCharsets.UTF_8), tag);
            return tag;
        } finally {
            idle.add(memory);
        }
    }
}
