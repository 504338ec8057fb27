package org.tallybook.e2e.system;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A built checkout, as the script {@code tallybook} sees it.
 *
 * @param byScript start through the script, which also looks whether something must be built; otherwise as it would
 */
public record Installation(Path root, boolean byScript) {

    /** The checkout we were built in; the build says where, and an IDE or a script starts somewhere inside it. */
    public static Installation find() {
        String given = System.getProperty("tallybook.root", "");
        if (!given.isBlank()) {
            return new Installation(Path.of(given), false);
        }
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("deploy/local/pom.xml"))) {
                return new Installation(path, false);
            }
        }
        throw new IllegalStateException("Set the system property tallybook.root to the repository's root");
    }

    public Installation throughScript() {
        return new Installation(root, true);
    }

    /** What comes before {@code up} on the command line. */
    List<String> launcher() {
        if (byScript) {
            return List.of(root.resolve("tallybook").toString());
        }
        Path local = root.resolve("deploy/local/target");
        if (!Files.isDirectory(local.resolve("lib"))) {
            throw new IllegalStateException(local + " is not built; run ./mvnw -Dquick package in " + root);
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "-Dtallybook.root=" + root,
                "-cp",
                local.resolve("*") + File.pathSeparator + local.resolve("lib/*"),
                "org.tallybook.local.launcher.Tallybook");
    }
}
