package org.tallybook.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.tallybook.local.stack.PrivateFiles;
import org.tallybook.local.stack.StackFailure;

/**
 * Secrets made on the first start and kept: 256 random bits each, one file each (mode 0600, in a directory of mode
 * 0700). Losing them means losing every session and every password hash, so they are part of a backup.
 */
final class Secrets {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    Secrets(Path directory) {
        this.directory = directory;
    }

    /** A password of URL-safe characters. */
    String password(String name) {
        return read(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** A file with a key in standard base64, as the services read it. */
    Path keyFile(String name) {
        read(name, Base64.getEncoder());
        return directory.resolve(name);
    }

    private String read(String name, Base64.Encoder encoder) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[BYTES];
                RANDOM.nextBytes(bytes);
                PrivateFiles.write(file, encoder.encodeToString(bytes) + "\n");
            }
            PrivateFiles.restrictFile(file);
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new StackFailure(file + " is empty; restore it from a backup, or delete it to get a new secret.");
            }
            return text;
        } catch (IOException e) {
            throw new StackFailure("The secret %s cannot be used: %s.".formatted(file, StackFailure.reason(e)), e);
        }
    }
}
