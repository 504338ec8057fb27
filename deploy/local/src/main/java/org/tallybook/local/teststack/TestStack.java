package org.tallybook.local.teststack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallybook.local.stack.DatabaseAccess;
import org.tallybook.local.stack.DatabaseProvisioner;
import org.tallybook.local.stack.ExternalPart;
import org.tallybook.local.stack.Part;
import org.tallybook.local.stack.PartKind;
import org.tallybook.local.stack.ServerUrl;
import org.tallybook.local.stack.Stack;
import org.tallybook.local.stack.StackFailure;
import org.tallybook.local.stack.StackPlan;

/**
 * A stack for one module's tests. Embedded servers are fresh and private. On real servers the module gets a database of
 * its own, dropped and made anew, and a Redis number of its own, flushed; on a real broker our exchanges and queues are
 * deleted first, so two modules must not test against the same virtual host at the same time.
 */
final class TestStack {

    private static final String PASSWORD = "test-only";

    private final Path data;
    private final Path binaries;
    private final String module;
    private @Nullable Stack stack;

    TestStack(Path data, Path binaries, String module) {
        this.data = data.toAbsolutePath();
        this.binaries = binaries.toAbsolutePath();
        this.module = module;
    }

    /** Starts and returns the services' configuration, named as operators name it. */
    Map<String, String> start(Map<String, String> environment) throws IOException {
        Files.createDirectories(data.resolve("logs"));
        StackPlan.Passwords passwords = new StackPlan.Passwords(PASSWORD, PASSWORD, PASSWORD);
        Stack starting =
                new StackPlan(data, binaries, new EnumMap<>(PartKind.class), passwords, false).stack(environment);
        stack = starting;
        starting.start(part -> {});
        Map<String, String> configuration = new LinkedHashMap<>();
        database(starting, configuration);
        configuration.put("TALLYBOOK_REDIS_URL", redis(starting).text());
        configuration.put("TALLYBOOK_AMQP_URL", broker(starting).text());
        Part mail = starting.part(PartKind.MAIL);
        configuration.put("TALLYBOOK_SMTP_URL", mail.url().text());
        if (!(mail instanceof ExternalPart)) {
            configuration.put("tallybook.stack.mail", data.resolve("mail").toString());
        }
        return configuration;
    }

    void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    void obey(String order) {
        switch (order) {
            case "restart-postgres" -> {
                embedded(PartKind.POSTGRES).stop();
                embedded(PartKind.POSTGRES).start();
            }
            case "stop-postgres" -> embedded(PartKind.POSTGRES).stop();
            case "start-postgres" -> embedded(PartKind.POSTGRES).start();
            case "stop-redis" -> embedded(PartKind.REDIS).stop();
            case "start-redis" -> embedded(PartKind.REDIS).start();
            case "stop-broker" -> embedded(PartKind.BROKER).stop();
            case "start-broker" -> embedded(PartKind.BROKER).start();
            default -> throw new StackFailure("Unknown order " + order + ".");
        }
    }

    private Part embedded(PartKind kind) {
        if (stack == null) {
            throw new StackFailure("The stack is not running.");
        }
        Part part = stack.part(kind);
        if (part instanceof ExternalPart) {
            throw new StackFailure(kind.title() + " is a real server and is not ours to stop.");
        }
        return part;
    }

    private void database(Stack starting, Map<String, String> configuration) {
        String name = "tallybook_test_" + module.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        DatabaseAccess access = new DatabaseAccess(name, "owner-" + PASSWORD, "app-" + PASSWORD);
        ServerUrl server = starting.part(PartKind.POSTGRES).url();
        new DatabaseProvisioner(server).recreate(access);
        configuration.put(
                "TALLYBOOK_DB_URL",
                server.withoutCredentials().withPath("/" + name).text());
        configuration.put("TALLYBOOK_DB_OWNER_USER", access.owner());
        configuration.put("TALLYBOOK_DB_OWNER_PASSWORD", access.ownerPassword());
        configuration.put("TALLYBOOK_DB_APP_USER", access.app());
        configuration.put("TALLYBOOK_DB_APP_PASSWORD", access.appPassword());
    }

    private ServerUrl redis(Stack starting) {
        Part redis = starting.part(PartKind.REDIS);
        return redis instanceof ExternalPart ? RealServers.emptyRedis(redis.url(), module) : redis.url();
    }

    private static ServerUrl broker(Stack starting) {
        Part broker = starting.part(PartKind.BROKER);
        if (broker instanceof ExternalPart) {
            RealServers.emptyBroker(broker.url());
        }
        return broker.url();
    }
}
