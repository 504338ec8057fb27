package org.tallybook.local.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL 18 server process with its data directory.
 *
 * <p>The library initialises clusters with trust authentication; before the postmaster of a new cluster starts for the
 * first time, {@link ClusterLock} gives the superuser its password and closes the door, so there is no moment in which
 * a local user could walk in.
 */
public final class EmbeddedDatabase implements EmbeddedPart {

    static final String SUPERUSER = "postgres";
    private static final String MAJOR_VERSION = "18";
    private static final Duration START_LIMIT = Duration.ofSeconds(40);

    private final Settings settings;
    private @Nullable EmbeddedPostgres server;

    /**
     * @param data the cluster's directory, created when absent
     * @param binaries where the server's programs are unpacked, once
     * @param durable false lets the operating system lose what was committed: for tests only
     */
    public record Settings(Path data, Path binaries, Path log, int port, String password, boolean durable) {}

    public EmbeddedDatabase(Settings settings) {
        this.settings = settings;
    }

    @Override
    public PartKind kind() {
        return PartKind.POSTGRES;
    }

    @Override
    public void start() {
        refuseForeignCluster();
        try {
            PrivateFiles.createDirectory(settings.data());
            Files.createDirectories(settings.binaries());
            discardHalfMadeCluster();
            server = builder().start();
            // The library opens it to everybody, to share it between users; nobody else shall place programs there.
            PrivateFiles.createDirectory(settings.binaries());
        } catch (IOException | RuntimeException e) {
            stopPostmaster();
            throw new StackFailure(
                    "PostgreSQL did not start (" + StackFailure.reason(e) + "); see " + settings.log() + ".", e);
        }
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            stopPostmaster();
        }
        server = null;
    }

    @Override
    public ServerUrl url() {
        return new ServerUrl("postgresql", SUPERUSER, settings.password(), "127.0.0.1", settings.port(), "");
    }

    @Override
    public boolean alive() {
        return postmaster().isPresent();
    }

    @Override
    public long pid() {
        return postmaster().map(ProcessHandle::pid).orElse(0L);
    }

    private Optional<ProcessHandle> postmaster() {
        return PostmasterFile.of(settings.data()).process();
    }

    private void stopPostmaster() {
        PostmasterFile.of(settings.data()).stopProcess();
    }

    private EmbeddedPostgres.Builder builder() {
        String sync = settings.durable() ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setPort(settings.port())
                .setDataDirectory(settings.data())
                .setOverrideWorkingDirectory(settings.binaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("fsync", sync)
                .setServerConfig("synchronous_commit", sync)
                .setServerConfig("full_page_writes", sync)
                .setConnectConfig("password", settings.password())
                .setDataDirectoryCustomizer(data -> new ClusterLock(settings).close())
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
    }

    private void refuseForeignCluster() {
        Path version = settings.data().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        try {
            String found = Files.readString(version).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new StackFailure(settings.data() + " holds data of PostgreSQL " + found
                        + ", and this Tallybook runs PostgreSQL " + MAJOR_VERSION
                        + ": dump it with the old version and load it, or choose another directory with --data.");
            }
        } catch (IOException e) {
            throw new StackFailure(version + " cannot be read: " + StackFailure.reason(e) + ".", e);
        }
    }

    /** A first start that was killed inside initdb leaves a directory without our seal: nothing was ever stored in it. */
    private void discardHalfMadeCluster() throws IOException {
        if (!ClusterLock.isClosed(settings.data())) {
            Trees.delete(settings.data());
            PrivateFiles.createDirectory(settings.data());
        }
    }
}
