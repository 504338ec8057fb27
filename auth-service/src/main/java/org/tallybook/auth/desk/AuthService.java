package org.tallybook.auth.desk;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/**
 * Starts the service; with arguments it does one thing of {@link Desk} instead and ends. Then it opens no port, migrates
 * nothing and leaves all scheduled work to the running replicas.
 */
@QuarkusMain
public final class AuthService {

    private static final Map<String, String> AT_THE_DESK = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "quarkus.liquibase.migrate-at-start", "false",
            "tallybook.events.relay.enabled", "false",
            "quarkus.log.level", "ERROR",
            "quarkus.log.console.stderr", "true");

    private AuthService() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run(arguments);
        } else {
            AT_THE_DESK.forEach(System::setProperty);
            Quarkus.run(Desk.class, arguments);
        }
    }
}
