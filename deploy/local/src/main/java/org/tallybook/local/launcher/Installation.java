package org.tallybook.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tallybook.local.stack.StackFailure;

/** The checkout with its built services, and the Java that runs them. The script {@code tallybook} says where it is. */
record Installation(Path root) {

    static Installation find() {
        return new Installation(
                Path.of(System.getProperty("tallybook.root", "")).toAbsolutePath());
    }

    Path defaultData() {
        return root.resolve(".tallybook");
    }

    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The jar to run; refuses with the way out when it is not there. */
    Path jar(Service service) {
        Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new StackFailure(service.module() + " is not built (" + jar
                    + " is missing); run ./mvnw -B -ntp -Dquick package in " + root + ".");
        }
        return jar;
    }

    void refuseUnbuilt() {
        Arrays.stream(Service.values()).forEach(this::jar);
    }

    /** Where server programs are unpacked: with the data, unless the tests share one place. */
    Path binaries(DataDirectory data) {
        String shared = System.getProperty("tallybook.binaries", "");
        return shared.isEmpty() ? data.path().resolve("binaries") : Path.of(shared);
    }
}
