package org.tallybook.kit.test.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the root of the checkout a test runs in: the build names it, an IDE may not. */
public final class Repository {

    private Repository() {}

    /**
     * The folder that holds {@code contracts/}.
     *
     * @throws IllegalStateException if neither the system property {@code tallybook.root} nor a parent of the
     *     working directory is one
     */
    public static Path root() {
        String named = System.getProperty("tallybook.root");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("contracts"))) {
                return at;
            }
        }
        throw new IllegalStateException("Run inside the repository, or set -Dtallybook.root");
    }
}
