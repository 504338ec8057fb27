package org.tallybook.local.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four services, in the order in which they are stopped: from the door inwards. */
enum Service {
    GATEWAY("gateway", 8080, 9000, ""),
    REPORT("report-service", 8083, 9003, "tallybook_report"),
    TRACKER("tracker-service", 8082, 9002, "tallybook_tracker"),
    AUTH("auth-service", 8081, 9001, "tallybook_auth");

    private final String module;
    private final int port;
    private final int managementPort;
    private final String database;

    Service(String module, int port, int managementPort, String database) {
        this.module = module;
        this.port = port;
        this.managementPort = managementPort;
        this.database = database;
    }

    /** Directory, log file and name in every table. */
    String module() {
        return module;
    }

    int preferredPort() {
        return port;
    }

    int preferredManagementPort() {
        return managementPort;
    }

    Optional<String> database() {
        return Optional.of(database).filter(name -> !name.isEmpty());
    }

    /** As in {@code TALLYBOOK_ROUTES_AUTH_UPSTREAMS}. */
    String routeName() {
        return name();
    }

    static List<Service> behindTheGateway() {
        return Arrays.stream(values()).filter(service -> service != GATEWAY).toList();
    }
}
