package org.tallybook.gateway.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tallybook.kit.config.SecretFile;

/** The text of {@code X-Internal-Key}: the base64 of the shared secret exactly as it stands in its file. */
public final class InternalKey {

    public static final String HEADER = "X-Internal-Key";

    private static final int FEWEST_BYTES = 32;

    private InternalKey() {}

    /** @throws IllegalStateException with a sentence that names the variable if the secret is missing or too short */
    public static String read(DoorConfig config) {
        SecretFile.read("TALLYBOOK_INTERNAL_SECRET_FILE", config.internalSecretFile(), FEWEST_BYTES);
        try {
            return Files.readString(Path.of(config.internalSecretFile().orElseThrow()))
                    .trim();
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }
}
