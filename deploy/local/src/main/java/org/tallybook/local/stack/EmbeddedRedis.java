package org.tallybook.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A Redis process that keeps an append-only file when it is durable and nothing at all when it serves tests. */
public final class EmbeddedRedis implements EmbeddedPart {

    private static final Duration START_LIMIT = Duration.ofSeconds(15);

    private final Settings settings;
    private @Nullable Process process;

    /**
     * @param directory holds the configuration with the password (mode 0600) and the append-only file
     * @param binaries where the server binary is unpacked
     */
    public record Settings(Path directory, Path binaries, Path log, int port, String password, boolean durable) {}

    public EmbeddedRedis(Settings settings) {
        this.settings = settings;
    }

    @Override
    public PartKind kind() {
        return PartKind.REDIS;
    }

    /** The bundled program needs the system's OpenSSL 3; where that is missing, an installed Redis will do. */
    @Override
    public void start() {
        try {
            PrivateFiles.createDirectory(settings.directory());
            PrivateFiles.write(settings.directory().resolve("redis.conf"), configuration());
            if (!startWith(bundled().toString()) && !startWith("redis-server")) {
                throw new StackFailure("Redis did not start; see " + settings.log()
                        + ", or name a Redis of your own in " + kind().variable() + ".");
            }
        } catch (IOException e) {
            throw new StackFailure("Redis did not start: " + StackFailure.reason(e) + ".", e);
        }
    }

    private boolean startWith(String program) throws IOException {
        List<String> command =
                List.of(program, settings.directory().resolve("redis.conf").toString());
        Process started = new ProcessBuilder(ChildCommand.shielded(command))
                .directory(settings.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        process = started;
        return answers(started);
    }

    @Override
    public void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public ServerUrl url() {
        return new ServerUrl("redis", "", settings.password(), "127.0.0.1", settings.port(), "");
    }

    @Override
    public boolean alive() {
        return process != null && process.isAlive();
    }

    @Override
    public long pid() {
        return process == null ? 0 : process.pid();
    }

    private String configuration() {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + settings.port(),
                "requirepass " + settings.password(),
                "daemonize no",
                "save \"\"",
                "appendonly " + (settings.durable() ? "yes" : "no"),
                "maxmemory 128mb",
                "maxmemory-policy noeviction",
                "");
    }

    private Path bundled() throws IOException {
        Path unpacked = settings.binaries().resolve("redis");
        try (var present = Files.isDirectory(unpacked) ? Files.list(unpacked) : Stream.<Path>empty()) {
            var known = present.filter(Files::isExecutable).findFirst();
            if (known.isPresent()) {
                return known.get();
            }
        }
        return unpack(unpacked);
    }

    /** Unpacks beside the final place and moves, so a killed run never leaves half a binary behind. */
    private static Path unpack(Path target) throws IOException {
        Files.createDirectories(target);
        Path scratch = Files.createTempDirectory(target.getParent(), "redis-");
        File binary =
                ExecutableProvider.newJarResourceProvider(scratch.toFile()).get();
        Path unpacked = target.resolve(binary.getName());
        Files.move(binary.toPath(), unpacked, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(scratch);
        return unpacked;
    }

    private boolean answers(Process started) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline && started.isAlive()) {
            try (Jedis jedis = new Jedis("127.0.0.1", settings.port(), 500)) {
                jedis.auth(settings.password());
                jedis.ping();
                return true;
            } catch (JedisException notYet) {
                Pause.millis(20);
            }
        }
        stop();
        return false;
    }
}
