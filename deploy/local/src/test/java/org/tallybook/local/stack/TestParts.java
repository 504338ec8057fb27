package org.tallybook.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Embedded parts with test settings; binaries are unpacked once for the whole build. */
final class TestParts {

    static final String PASSWORD = "it's-a-secret";

    private TestParts() {}

    static EmbeddedDatabase database(Path data) throws IOException {
        Files.createDirectories(data);
        return new EmbeddedDatabase(new EmbeddedDatabase.Settings(
                data.resolve("postgres"), binaries(), data.resolve("postgres.log"), FreePort.next(), PASSWORD, false));
    }

    static EmbeddedRedis redis(Path data) throws IOException {
        Files.createDirectories(data);
        return new EmbeddedRedis(new EmbeddedRedis.Settings(
                data.resolve("redis"), binaries(), data.resolve("redis.log"), FreePort.next(), "redis-secret", true));
    }

    static EmbeddedBroker broker(Path data) {
        return new EmbeddedBroker(
                new EmbeddedBroker.Settings(data.resolve("broker"), FreePort.next(), "broker-secret"));
    }

    static Path binaries() {
        return Path.of("target/binaries").toAbsolutePath();
    }
}
