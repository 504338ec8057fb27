package org.tallybook.e2e.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tallybook.e2e.system.Installation;

/** The files of the repository, without what a build or a person puts beside them. */
final class Checkout {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".tallybook", ".idea", "work");

    private final Path root = Installation.find().root();

    Path file(String path) {
        return root.resolve(path);
    }

    String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every Java file of product code. */
    List<String> productCode() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize)
                    .filter(Checkout::isOurs)
                    .map(path -> path.toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".java") && path.contains("/src/main/java/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path path) {
        for (Path step : path) {
            if (NOT_OURS.contains(step.toString())) {
                return false;
            }
        }
        return true;
    }
}
