package org.tallybook.local.launcher;

/** Where one service listens. */
record Endpoint(Service service, int port, int managementPort) {

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String readiness() {
        return management() + "/q/health/ready";
    }

    String openApi() {
        return management() + "/q/openapi?format=json";
    }

    private String management() {
        return "http://127.0.0.1:" + managementPort;
    }
}
