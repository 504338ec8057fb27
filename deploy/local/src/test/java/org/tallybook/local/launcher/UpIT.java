package org.tallybook.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallybook.local.stack.FreePort;
import org.tallybook.local.stack.ProcessEnd;

/** The launcher as a process, with real servers and fake services. */
class UpIT {

    @TempDir
    Path work;

    private FakeInstallation installation;
    private Path output;
    private String data;
    private Process up;

    @BeforeEach
    void prepare() throws Exception {
        installation = FakeInstallation.in(Files.createDirectories(work.resolve("root")));
        output = work.resolve("up.txt");
        data = work.resolve("data").toString();
    }

    @AfterEach
    void stop() throws Exception {
        if (up != null && up.isAlive()) {
            up.destroy();
            up.waitFor(60, TimeUnit.SECONDS);
        }
        installation.run("down", "--data", data);
    }

    @Test
    void startsShowsAndStopsEverything() throws Exception {
        up = up();
        awaitUp();

        assertThat(installation.run("status", "--data", data))
                .startsWith("0 ")
                .contains("postgres", "redis", "broker", "mail", "gateway", "auth-service")
                .doesNotContain("DOWN");
        assertThat(installation.run("up", "--data", data)).startsWith("1 ").contains("already runs on");
        assertThat(installation.run("reset", "--yes", "--data", data))
                .startsWith("1 ")
                .contains("stop it first");
        assertThat(installation.run("logs", "auth", "--data", data))
                .startsWith("0 ")
                .contains("/tallybook_auth")
                .contains("superuser null");

        assertThat(installation.run("down", "--data", data)).isEqualTo("0 Tallybook is stopped.\n");
        assertThat(Files.readString(output))
                .containsSubsequence(
                        "gateway           stopped",
                        "report-service    stopped",
                        "tracker-service   stopped",
                        "auth-service      stopped");
        assertThat(installation.run("status", "--data", data)).startsWith("1 ");
        assertThat(installation.run("reset", "--yes", "--data", data)).startsWith("0 ");
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void startsAgainAfterTheLauncherWasKilled() throws Exception {
        up = up();
        awaitUp();
        ProcessHandle orphan = running("auth-service");
        up.destroyForcibly().waitFor();
        assertThat(ProcessEnd.isOver(orphan)).isFalse();

        up = up();
        awaitUp();

        assertThat(ProcessEnd.isOver(orphan)).isTrue();
        assertThat(Files.readString(output)).contains("The last run was cut off");
        assertThat(installation.run("status", "--data", data)).startsWith("0 ");
    }

    @Test
    void startsAServiceAgainThatDied() throws Exception {
        up = up();
        awaitUp();
        ProcessHandle killed = running("tracker-service");

        killed.destroyForcibly();

        await("tracker-service   died; starting again");
        for (int i = 0; i < 100 && !installation.run("status", "--data", data).startsWith("0 "); i++) {
            Thread.sleep(200);
        }
        assertThat(running("tracker-service").pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(FreePort.next(), 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(installation.run("up", "--data", data, "--port", port))
                    .startsWith("1 tallybook: Port " + port)
                    .contains("--port")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysWhichServiceIsNotBuilt() throws Exception {
        Files.delete(work.resolve("root/gateway/target/quarkus-app/quarkus-run.jar"));

        assertThat(installation.run("up", "--data", data, "--port", Integer.toString(FreePort.next())))
                .startsWith("1 ")
                .contains("gateway is not built")
                .doesNotContain("\tat ");
    }

    private Process up() throws Exception {
        return installation.launch(output, "up", "--data", data, "--port", Integer.toString(FreePort.next()));
    }

    private ProcessHandle running(String service) {
        return Leftovers.file(new DataDirectory(Path.of(data)), service)
                .process()
                .orElseThrow();
    }

    private void awaitUp() throws Exception {
        await("Ctrl-C stops it.");
    }

    private void await(String text) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!Files.readString(output).contains(text)) {
            assertThat(System.nanoTime()).as(Files.readString(output)).isLessThan(deadline);
            assertThat(up.isAlive()).as(Files.readString(output)).isTrue();
            Thread.sleep(50);
        }
    }
}
