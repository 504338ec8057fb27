package org.tallybook.kit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** A secret that an operator keeps in a file: base64 of random bytes. There are no defaults in production. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * @param variable name of the environment variable, for the sentence that stops the start
     * @param path its value
     * @param fewest how many bytes the secret must have at least
     * @throws IllegalStateException with one sentence that names the variable and never the secret
     */
    public static byte[] read(String variable, Optional<String> path, int fewest) {
        String file = path.filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException(variable
                        + " is not set: it must name a file with at least " + fewest + " random bytes in base64."));
        byte[] secret = decode(variable, file);
        if (secret.length < fewest) {
            throw new IllegalStateException(
                    variable + " names a secret of " + secret.length + " bytes; at least " + fewest + " are needed.");
        }
        return secret;
    }

    private static byte[] decode(String variable, String file) {
        try {
            return Base64.getDecoder().decode(Files.readString(Path.of(file)).trim());
        } catch (IOException unreadable) {
            throw new IllegalStateException(variable + " names a file that cannot be read: " + file, unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(variable + " names a file that is not base64: " + file, malformed);
        }
    }
}
