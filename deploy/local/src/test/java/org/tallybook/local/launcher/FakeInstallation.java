package org.tallybook.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.tallybook.local.stack.PartKind;

/** A checkout whose services are {@link FakeService}, and the launcher run on it as the script runs it. */
final class FakeInstallation {

    private final Path root;

    private FakeInstallation(Path root) {
        this.root = root;
    }

    static FakeInstallation in(Path root) throws IOException {
        for (Service service : Service.values()) {
            Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            write(jar);
        }
        return new FakeInstallation(root);
    }

    Process launch(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dtallybook.root=" + root,
                "-Dtallybook.binaries=" + Path.of("target/binaries").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Tallybook.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        for (PartKind kind : PartKind.values()) {
            builder.environment().remove(kind.variable());
        }
        return builder.start();
    }

    /** Runs a command to its end and returns its exit code, a space, and its output. */
    String run(String... arguments) throws Exception {
        Path output = Files.createTempFile(root, "run", ".txt");
        Process process = launch(output, arguments);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", arguments) + " did not end: " + Files.readString(output));
        }
        return process.exitValue() + " " + Files.readString(output);
    }

    private static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String name = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream code = FakeService.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            code.transferTo(out);
            out.closeEntry();
        }
    }
}
