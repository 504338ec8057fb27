package org.tallybook.e2e.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Await;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.system.Installation;
import org.tallybook.e2e.system.LocalTallybook;

/**
 * Gives tests the one system of this run. It starts with the first test that asks and stops after the last; every test
 * brings users of its own, so tests never meet.
 */
public final class RunningTallybook implements ParameterResolver {

    /** A front end on another origin that may use the API with credentials. */
    public static final String ALLOWED_ORIGIN = "https://app.example.org";

    /** Whoever registers under one of these and verifies it is in charge. */
    public static final List<String> ADMINISTRATORS =
            List.of("first.admin@example.org", "second.admin@example.org", "third.admin@example.org");

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create("tallybook");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalTallybook.class || type == Api.class || type == Mailbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LocalTallybook system = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("system", key -> Started.now(), Started.class)
                .system();
        Class<?> type = parameter.getParameter().getType();
        return type == Api.class ? system.api() : type == Mailbox.class ? system.mailbox() : system;
    }

    private record Started(LocalTallybook system, Path data) implements AutoCloseable {

        /** From one address, many users register and sign in within minutes, so the limits are off. */
        private static final Map<String, String> ENVIRONMENT = Map.of(
                "TALLYBOOK_LIMITS_ENABLED",
                "false",
                "TALLYBOOK_CORS_ORIGINS",
                ALLOWED_ORIGIN,
                "TALLYBOOK_ADMIN",
                String.join(",", ADMINISTRATORS));

        static Started now() {
            try {
                Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
                Path data = Files.createTempDirectory(target, "data-");
                LocalTallybook system = new LocalTallybook(Installation.find(), data, ENVIRONMENT);
                Started started = new Started(system, data);
                Runtime.getRuntime().addShutdownHook(new Thread(system::close));
                system.start();
                warmUp(system);
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The first requests of four cold JVMs can take longer on a busy machine than the gateway waits for an answer. */
        private static void warmUp(LocalTallybook system) {
            Account nobody = Account.unique("UTC");
            Await.value(
                    "a first answer",
                    Duration.ofSeconds(60),
                    () -> Optional.of(system.api()
                                    .post("/api/v1/auth/register")
                                    .json(nobody.registration())
                                    .send())
                            .filter(answer -> answer.status() < 500));
        }

        /** The logs stay for whoever looks into a failure; the rest is large. */
        @Override
        public void close() throws IOException {
            system.close();
            for (String part : new String[] {"postgres", "broker", "redis", "binaries"}) {
                delete(data.resolve(part));
            }
        }

        private static void delete(Path directory) throws IOException {
            if (!Files.exists(directory)) {
                return;
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
