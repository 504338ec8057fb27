package org.tallybook.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sets the superuser's password in a new cluster through single-user mode, while no port is open, and then demands
 * SCRAM from everybody. The seal file is written last: a cluster without it has never served anyone.
 */
final class ClusterLock {

    private static final String SEAL = "tallybook.sealed";
    private static final String ACCESS = """
            # Written by Tallybook: loopback only, password only.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedDatabase.Settings settings;

    ClusterLock(EmbeddedDatabase.Settings settings) {
        this.settings = settings;
    }

    static boolean isClosed(Path data) {
        return Files.exists(data.resolve(SEAL));
    }

    /** Does nothing to a cluster that is closed already. */
    void close() {
        if (isClosed(settings.data())) {
            return;
        }
        try {
            setPassword();
            PrivateFiles.write(settings.data().resolve("pg_hba.conf"), ACCESS);
            PrivateFiles.write(settings.data().resolve(SEAL), "");
        } catch (IOException e) {
            throw new IllegalStateException("the new database cluster could not be secured: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while securing the database cluster", e);
        }
    }

    /** The statement travels by stdin: a command line is visible to every user of the machine. */
    private void setPassword() throws IOException, InterruptedException {
        Process single = new ProcessBuilder(singleUserCommand())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        String password = settings.password().replace("'", "''");
        try (OutputStream in = single.getOutputStream()) {
            in.write("ALTER ROLE %s PASSWORD '%s';\n"
                    .formatted(EmbeddedDatabase.SUPERUSER, password)
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (!single.waitFor(30, TimeUnit.SECONDS) || single.exitValue() != 0) {
            single.destroyForcibly();
            throw new IOException("single-user mode failed; see " + settings.log());
        }
    }

    private List<String> singleUserCommand() throws IOException {
        List<String> command = new ArrayList<>(RootShell.prefix());
        command.addAll(List.of(
                program().toString(),
                "--single",
                "-F",
                "-D",
                settings.data().toString(),
                "-c",
                "unix_socket_directories=",
                "postgres"));
        return command;
    }

    private Path program() throws IOException {
        try (var unpacked = Files.newDirectoryStream(settings.binaries(), "PG-*")) {
            for (Path version : unpacked) {
                Path program = version.resolve("bin").resolve("postgres");
                if (Files.isExecutable(program)) {
                    return program;
                }
            }
        }
        throw new IOException("no postgres program under " + settings.binaries());
    }
}
