package org.tallybook.e2e.deploy;

import java.util.stream.Stream;

/** The ports that every part of the installation agrees on. */
record Ports(int http, int management) {

    static Stream<String> services() {
        return Stream.of("gateway", "auth-service", "tracker-service", "report-service");
    }

    static Ports of(String service) {
        return switch (service) {
            case "gateway" -> new Ports(8080, 9000);
            case "auth-service" -> new Ports(8081, 9001);
            case "tracker-service" -> new Ports(8082, 9002);
            case "report-service" -> new Ports(8083, 9003);
            default -> throw new IllegalArgumentException(service);
        };
    }
}
