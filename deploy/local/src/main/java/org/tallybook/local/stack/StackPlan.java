package org.tallybook.local.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Decides part by part between an embedded server and the one the environment names.
 *
 * @param data root of everything the embedded parts keep
 * @param binaries where server programs are unpacked; may be shared between data directories
 * @param durable whether data must survive a power cut; tests say no and are quicker for it
 */
public record StackPlan(Path data, Path binaries, Map<PartKind, Integer> ports, Passwords passwords, boolean durable) {

    /** The administrators' passwords of the embedded parts. */
    public record Passwords(String postgres, String redis, String broker) {

        @Override
        public String toString() {
            return "Passwords[hidden]";
        }
    }

    public Stack stack(Map<String, String> environment) {
        return new Stack(Arrays.stream(PartKind.values())
                .map(kind -> part(kind, environment))
                .toList());
    }

    private Part part(PartKind kind, Map<String, String> environment) {
        String given = environment.getOrDefault(kind.variable(), "");
        return given.isBlank() ? embedded(kind) : new ExternalPart(kind, ServerUrl.parse(kind, given));
    }

    private Part embedded(PartKind kind) {
        Path logs = data.resolve("logs");
        int port = ports.computeIfAbsent(kind, missing -> FreePort.next());
        return switch (kind) {
            case POSTGRES ->
                new EmbeddedDatabase(new EmbeddedDatabase.Settings(
                        data.resolve("postgres"),
                        binaries,
                        logs.resolve("postgres.log"),
                        port,
                        passwords.postgres(),
                        durable));
            case REDIS ->
                new EmbeddedRedis(new EmbeddedRedis.Settings(
                        data.resolve("redis"), binaries, logs.resolve("redis.log"), port, passwords.redis(), durable));
            case BROKER ->
                new EmbeddedBroker(new EmbeddedBroker.Settings(data.resolve("broker"), port, passwords.broker()));
            case MAIL -> new EmbeddedMail(data.resolve("mail"), port);
        };
    }
}
