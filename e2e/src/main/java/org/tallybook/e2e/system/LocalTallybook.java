package org.tallybook.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Await;
import org.tallybook.e2e.client.Json;
import org.tallybook.e2e.client.Mailbox;

/**
 * One {@code tallybook up} on a data directory. Not running when constructed; {@link #start()} and {@link #stop()} may
 * alternate, always on the same data and the same gateway port.
 */
public final class LocalTallybook implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(300);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(90);

    private final Installation installation;
    private final Path data;
    private final Map<String, String> environment;
    private final int port = Ports.free();
    private final Api api = new Api(URI.create("http://localhost:" + port));
    private @Nullable Process launcher;

    /** @param environment on top of ours, as an operator would set it */
    public LocalTallybook(Installation installation, Path data, Map<String, String> environment) {
        this.installation = installation;
        this.data = data.toAbsolutePath();
        this.environment = Map.copyOf(environment);
    }

    public Api api() {
        return api;
    }

    /** A service without the gateway before it, as nobody outside reaches it. */
    public Api direct(String service) {
        RunningPart part =
                part(service).orElseThrow(() -> new IllegalStateException(service + " is not among " + parts()));
        return new Api(URI.create("http://" + part.host() + ":" + part.port()));
    }

    public Mailbox mailbox() {
        return new Mailbox(data.resolve("mail"));
    }

    /** A secret of the data directory: {@code tallybook_auth_app-password}, {@code redis-password}. */
    public String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when everything answers. */
    public void start() {
        try {
            Files.createDirectories(data);
            ProcessBuilder builder = new ProcessBuilder(command("up", "--port=" + port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
            builder.environment().putAll(environment);
            launcher = builder.start();
            launcher.getOutputStream().close();
            awaitReady(START_LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs another command on the same data to its end; the exit code, a space, and the last line it printed. */
    public String run(String... words) {
        Path output = data.resolveSibling(data.getFileName() + "." + words[0] + ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command(words)).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(RESTART_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(words[0] + " did not end: " + Files.readString(output));
            }
            List<String> lines = Files.readAllLines(output);
            return process.exitValue() + " " + (lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + words[0] + " runs", e);
        }
    }

    /** Waits until every part is ready again, as after {@link #kill}. */
    public void awaitReady() {
        awaitReady(RESTART_LIMIT);
    }

    /** As {@code kill -9}: no handler runs, nothing is flushed. Returns when the process is gone. */
    public void kill(String part) {
        RunningPart victim = parts().stream()
                .filter(candidate -> candidate.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part + " is not among " + parts()));
        end(victim.pid());
    }

    /** Everything at once, the launcher first, so that nothing is put in order or started again. */
    public void cutPower() {
        List<Long> pids = parts().stream().map(RunningPart::pid).distinct().toList();
        Process process = running();
        long own = process.pid();
        end(own);
        pids.stream().filter(pid -> pid != 0 && pid != own).forEach(LocalTallybook::end);
        launcher = null;
    }

    /** As Ctrl-C: SIGINT's sibling SIGTERM, and the launcher's exit status. */
    public int stop() {
        Process process = running();
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Tallybook did not stop in time\n" + diagnosis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Tallybook stops", e);
        }
        launcher = null;
        return process.exitValue();
    }

    @Override
    public void close() {
        if (launcher != null) {
            stop();
        }
    }

    /** What the launcher says is running, itself excluded; empty while it is starting. */
    public List<RunningPart> parts() {
        return state().map(LocalTallybook::entries).orElse(List.of());
    }

    public Optional<RunningPart> part(String name) {
        return parts().stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The end of every log, for the message of a failure. */
    public String diagnosis() {
        StringBuilder text = new StringBuilder();
        List<Path> logs = new ArrayList<>(List.of(console()));
        logs.addAll(logFiles());
        logs.forEach(log -> text.append(LogEnd.of(log)));
        return text.toString();
    }

    /** The logs of the services and the servers. */
    public List<Path> logFiles() {
        Path directory = data.resolve("logs");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path console() {
        return data.resolveSibling(data.getFileName() + ".console.log");
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(installation.launcher());
        command.addAll(List.of(words));
        command.add("--data=" + data);
        return command;
    }

    private void awaitReady(Duration limit) {
        try {
            Await.value("a ready system", limit, () -> ready() ? Optional.of(true) : Optional.empty());
        } catch (AssertionError | IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + diagnosis(), e);
        }
    }

    private boolean ready() {
        if (!running().isAlive()) {
            throw new IllegalStateException(
                    "the launcher ended with " + running().exitValue());
        }
        List<RunningPart> parts = parts();
        return parts.stream().anyMatch(RunningPart::isService) && parts.stream().allMatch(RunningPart::isReady);
    }

    private Process running() {
        Process process = launcher;
        if (process == null) {
            throw new IllegalStateException("Tallybook was not started");
        }
        return process;
    }

    private Optional<JsonNode> state() {
        Path file = data.resolve("run/state.json");
        try {
            return Files.exists(file) ? Optional.of(Json.parse(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException | IllegalArgumentException beingReplaced) {
            return Optional.empty();
        }
    }

    private static List<RunningPart> entries(JsonNode state) {
        List<RunningPart> parts = new ArrayList<>();
        for (JsonNode entry : state.path("entries")) {
            parts.add(new RunningPart(
                    serviceName(entry.path("name").asText()),
                    entry.path("host").asText(),
                    entry.path("port").asInt(),
                    entry.path("pid").asLong(),
                    entry.path("health").asText()));
        }
        return parts;
    }

    private static String serviceName(String name) {
        return name.replaceFirst("-service$", "");
    }

    private static void end(long pid) {
        Predicate<ProcessHandle> killed = ProcessHandle::destroyForcibly;
        ProcessHandle.of(pid)
                .filter(killed)
                .ifPresent(process -> process.onExit().join());
    }
}
