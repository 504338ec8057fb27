package org.tallybook.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.jspecify.annotations.Nullable;

/**
 * Apache Qpid Broker-J inside this JVM, speaking AMQP 0-9-1. RabbitMQ is the broker of record; this one stands in for
 * it on a single machine, and is told to overlook declare arguments that only RabbitMQ knows ({@code x-queue-type}).
 */
public final class EmbeddedBroker implements EmbeddedPart {

    private static final String USER = "tallybook";

    private final Settings settings;
    private @Nullable SystemLauncher launcher;

    /** @param directory where queues, bindings and persistent messages are kept */
    public record Settings(Path directory, int port, String password) {}

    public EmbeddedBroker(Settings settings) {
        this.settings = settings;
    }

    @Override
    public PartKind kind() {
        return PartKind.BROKER;
    }

    @Override
    public void start() {
        Outcome outcome = new Outcome();
        SystemLauncher starting = new SystemLauncher(outcome);
        try {
            PrivateFiles.createDirectory(settings.directory());
            // Derby writes its log into the working directory unless told otherwise.
            System.setProperty(
                    "derby.stream.error.file",
                    settings.directory().resolve("derby.log").toString());
            starting.startup(attributes());
            outcome.rethrow();
            if (FreePort.isFree(settings.port())) {
                throw new IOException("it does not listen on port " + settings.port());
            }
            launcher = starting;
        } catch (Exception e) { // Qpid declares nothing narrower
            starting.shutdown();
            launcher = null;
            throw new StackFailure("The AMQP broker did not start: " + StackFailure.reason(e) + ".", e);
        }
    }

    @Override
    public void stop() {
        if (launcher != null) {
            launcher.shutdown();
            launcher = null;
        }
    }

    @Override
    public ServerUrl url() {
        return new ServerUrl("amqp", USER, settings.password(), "127.0.0.1", settings.port(), "/%2F");
    }

    @Override
    public boolean alive() {
        return launcher != null;
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    private Map<String, Object> attributes() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("type", "Memory");
        attributes.put("initialConfigurationLocation", configuration());
        attributes.put("startupLoggedToSystemOut", false);
        attributes.put("context", context());
        return attributes;
    }

    private Map<String, String> context() {
        Map<String, String> context = new HashMap<>();
        context.put("qpid.work_dir", settings.directory().toString());
        context.put("tallybook.port", Integer.toString(settings.port()));
        context.put("tallybook.user", USER);
        context.put("tallybook.password", settings.password());
        context.put("tallybook.host", messageStore());
        context.put("queue.behaviourOnUnknownDeclareArgument", "IGNORE");
        return context;
    }

    /** With the path spelled out: a variable in it would be resolved against the working directory's defaults. */
    private String messageStore() {
        String path = settings.directory().resolve("messages").toAbsolutePath().toString();
        return "{\"type\":\"DERBY\",\"storePath\":\""
                + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    /** The launcher swallows what goes wrong inside and only tells its listener. */
    private static final class Outcome extends SystemLauncherListener.DefaultSystemLauncherListener {

        private @Nullable RuntimeException failure;

        @Override
        public void errorOnStartup(RuntimeException e) {
            failure = e;
        }

        void rethrow() {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private static String configuration() {
        return Objects.requireNonNull(EmbeddedBroker.class.getResource("broker.json"), "broker.json is in our jar")
                .toExternalForm();
    }
}
