package org.tallybook.auth.secret;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.tallybook.kit.config.SecretFile;

/** The operator's secrets, read once at the start; the service does not start without them. */
@Startup
@Singleton
public class Secrets {

    /** What the files under dev-secrets begin with, so that production can tell them from real ones. */
    private static final byte[] DEVELOPMENT = "tallybook-development-only".getBytes(StandardCharsets.US_ASCII);

    private static final int FEWEST = 32;
    private static final int KEK_BYTES = 32;

    private final Map<Integer, byte[]> peppers = new TreeMap<>();
    private final int pepperVersion;
    private final byte[] kek;
    private final String internalKey;

    Secrets(SecretsConfig config, LaunchMode mode) {
        pepperVersion = config.pepperVersion();
        config.previousPepperFiles()
                .forEach((version, file) -> peppers.put(
                        version, read("TALLYBOOK_SECRETS_PREVIOUS_PEPPER_FILES_" + version, Optional.of(file), mode)));
        peppers.put(pepperVersion, read("TALLYBOOK_PEPPER_FILE", config.pepperFile(), mode));
        kek = read("TALLYBOOK_KEYS_KEK_FILE", config.keysKekFile(), mode);
        if (kek.length != KEK_BYTES) {
            throw new IllegalStateException("TALLYBOOK_KEYS_KEK_FILE names a key of " + kek.length + " bytes; exactly "
                    + KEK_BYTES + " are needed.");
        }
        byte[] internal = read("TALLYBOOK_INTERNAL_SECRET_FILE", config.internalSecretFile(), mode);
        internalKey = Base64.getEncoder().encodeToString(internal);
    }

    /** The version that new password hashes are made with. */
    public int pepperVersion() {
        return pepperVersion;
    }

    /** The pepper of a version; empty if the operator no longer has it. */
    public Optional<byte[]> pepper(int version) {
        return Optional.ofNullable(peppers.get(version)).map(byte[]::clone);
    }

    /** Encrypts private keys at rest: AES-256. */
    public SecretKey keyEncryptionKey() {
        return new SecretKeySpec(kek, "AES");
    }

    /** What other parts of Tallybook must show as {@code X-Internal-Key}. */
    public String internalKey() {
        return internalKey;
    }

    /** A key of its own for each purpose, so that no value made for one is good for another (RFC 5869). */
    public Mac32 keyFor(String purpose) {
        return new Mac32(new Mac32(kek).of(("tallybook/" + purpose).getBytes(StandardCharsets.UTF_8)));
    }

    /** A key of its own for each kind of secret that is kept encrypted. */
    public SealingKey sealingKeyFor(String purpose) {
        return new SealingKey(keyFor("sealed/" + purpose).of(new byte[0]));
    }

    private static byte[] read(String variable, Optional<String> file, LaunchMode mode) {
        byte[] secret = SecretFile.read(variable, file, FEWEST);
        if (mode == LaunchMode.NORMAL && startsWith(secret, DEVELOPMENT)) {
            throw new IllegalStateException(
                    variable + " names a secret of the repository, which everybody knows. Make your own.");
        }
        return secret;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
