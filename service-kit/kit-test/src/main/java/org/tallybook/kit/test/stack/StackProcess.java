package org.tallybook.kit.test.stack;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The child JVM that runs the servers. Quarkus loads this class once per application class loader, so what must be
 * shared lives where all of them look: in system properties.
 */
final class StackProcess {

    private static final String SHARED = "tallybook.stack.configuration";
    private static final String CONTROL = "tallybook.stack.control";
    static final String MAIL = "tallybook.stack.mail";

    private StackProcess() {}

    static synchronized Map<String, String> configuration() {
        String shared = System.getProperty(SHARED);
        if (shared == null) {
            shared = String.join("\n", launch());
            System.setProperty(SHARED, shared);
        }
        Map<String, String> configuration = new LinkedHashMap<>();
        shared.lines().map(line -> line.split("=", 2)).forEach(pair -> configuration.put(pair[0], pair[1]));
        return configuration;
    }

    /** Sends one order to the child and waits until it is carried out. */
    static void order(String order) {
        String[] control = configuration().getOrDefault(CONTROL, "").split(":", 2);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(control[0]))) {
            socket.getOutputStream().write((control[1] + " " + order + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = reader(socket.getInputStream()).readLine();
            if (!"OK".equals(answer)) {
                throw new IllegalStateException(order + ": " + answer);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The test stack is gone; see target/tallybook-stack.log", e);
        }
    }

    private static List<String> launch() {
        try {
            Path work = Path.of("target").toAbsolutePath();
            Files.createDirectories(work);
            Process child = new ProcessBuilder(command(work))
                    .redirectError(work.resolve("tallybook-stack.log").toFile())
                    .start();
            keep(child);
            return readConfiguration(reader(child.getInputStream()));
        } catch (IOException e) {
            throw new IllegalStateException("The test stack could not be started", e);
        }
    }

    private static List<String> command(Path work) throws IOException {
        Path local = root().resolve("deploy/local/target");
        if (!Files.isDirectory(local.resolve("lib"))) {
            throw new IllegalStateException(
                    local + " is not built; run ./mvnw -Dquick -pl deploy/local package in the repository's root");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                local + File.separator + "*" + File.pathSeparator + local + File.separator + "lib" + File.separator
                        + "*",
                "org.tallybook.local.launcher.Tallybook",
                "test-stack",
                "--data=" + Files.createTempDirectory(work, "stack-"),
                "--binaries=" + local.resolve("binaries"),
                "--module=" + module());
    }

    /** The thread is the root that keeps the child's stdin from being collected and closed with a class loader. */
    private static void keep(Process child) {
        Thread keeper = new Thread(() -> child.onExit().join(), "tallybook-stack");
        keeper.setDaemon(true);
        keeper.setContextClassLoader(ClassLoader.getSystemClassLoader());
        keeper.start();
    }

    private static List<String> readConfiguration(BufferedReader out) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("READY")) {
                return lines;
            }
            if (line.startsWith("FAILED ")) {
                throw new IllegalStateException("The test stack did not start: " + line.substring("FAILED ".length()));
            }
            lines.add(line);
        }
        throw new IllegalStateException("The test stack died; see target/tallybook-stack.log");
    }

    private static String module() {
        Path here = Path.of("").toAbsolutePath();
        return System.getProperty("tallybook.module", String.valueOf(here.getFileName()));
    }

    /** Set by the build; an IDE leaves it out, so look upwards. */
    private static Path root() {
        String given = System.getProperty("tallybook.root");
        if (given != null) {
            return Path.of(given);
        }
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("deploy/local/pom.xml"))) {
                return path;
            }
        }
        throw new IllegalStateException("Set the system property tallybook.root to the repository's root");
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
