package org.tallybook.local.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallybook.local.launcher.Tallybook;
import org.tallybook.local.stack.PartKind;

/** The protocol that test JVMs rely on. */
class ChildProtocolIT {

    @TempDir
    Path work;

    private Process child;
    private final Map<String, String> configuration = new LinkedHashMap<>();

    @BeforeEach
    void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tallybook.class.getName(),
                        "test-stack",
                        "--data=" + work.resolve("data"),
                        "--binaries=" + Path.of("target/binaries").toAbsolutePath(),
                        "--module=some-module")
                .redirectError(work.resolve("err.txt").toFile());
        for (PartKind kind : PartKind.values()) {
            builder.environment().remove(kind.variable());
        }
        child = builder.start();
        BufferedReader out = reader(child.getInputStream());
        for (String line = out.readLine(); !"READY".equals(line); line = out.readLine()) {
            assertThat(line).isNotNull().contains("=");
            configuration.put(line.split("=", 2)[0], line.split("=", 2)[1]);
        }
    }

    @AfterEach
    void stop() {
        child.destroyForcibly();
    }

    @Test
    void servesAnOwnDatabaseAndEndsWithItsParent() throws Exception {
        assertThat(configuration.get("TALLYBOOK_DB_URL")).endsWith("/tallybook_test_some_module");
        assertThat(order("restart-postgres")).isEqualTo("OK");
        assertThat(order("dance")).startsWith("FAILED Unknown order");
        assertThat(send("guess restart-postgres")).isEqualTo("FAILED wrong token");

        child.getOutputStream().close();

        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(work.resolve("data")).doesNotExist();
    }

    private String order(String order) throws IOException {
        return send(control()[1] + " " + order);
    }

    private String send(String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(control()[0]))) {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return reader(socket.getInputStream()).readLine();
        }
    }

    private String[] control() {
        return configuration.get("tallybook.stack.control").split(":", 2);
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
