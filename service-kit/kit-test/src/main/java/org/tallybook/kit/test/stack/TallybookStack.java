package org.tallybook.kit.test.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} PostgreSQL, Redis, an AMQP broker and a mail catcher, and the operator configuration
 * that points to them. Use it with {@code @QuarkusTestResource(TallybookStack.class)} or {@code @WithTestResource}.
 *
 * <p>The first test of a JVM starts one child process; every later class and profile of that JVM shares it, with the
 * same database: tests tell their rows apart by user, and no test counts everything. The child ends with this JVM,
 * however that ends. A part named by {@code TALLYBOOK_PG_URL}, {@code TALLYBOOK_REDIS_URL}, {@code TALLYBOOK_AMQP_URL}
 * or {@code TALLYBOOK_SMTP_URL} in the environment is used instead of an embedded one.
 *
 * <p>The module's database {@code tallybook_test_<module>} is new for each JVM and empty: migrations are the service's.
 */
public final class TallybookStack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return configuration();
    }

    @Override
    public void stop() {
        // The next test class will want it; the child notices the end of this JVM by itself.
    }

    /** The operator configuration of the running stack, for tests without Quarkus; starts the stack when needed. */
    public static Map<String, String> configuration() {
        return StackProcess.configuration();
    }

    /** Stops PostgreSQL (clients are thrown out) and returns when it answers again. Embedded only. */
    public static void restartPostgres() {
        StackProcess.order("restart-postgres");
    }

    public static void stopPostgres() {
        StackProcess.order("stop-postgres");
    }

    public static void startPostgres() {
        StackProcess.order("start-postgres");
    }

    public static void stopRedis() {
        StackProcess.order("stop-redis");
    }

    /** Redis comes back empty. */
    public static void startRedis() {
        StackProcess.order("start-redis");
    }

    public static void stopBroker() {
        StackProcess.order("stop-broker");
    }

    /** The broker comes back on the same port with its durable queues and what was in them. */
    public static void startBroker() {
        StackProcess.order("start-broker");
    }
}
