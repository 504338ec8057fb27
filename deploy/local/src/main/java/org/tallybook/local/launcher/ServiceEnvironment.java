package org.tallybook.local.launcher;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tallybook.local.stack.DatabaseAccess;
import org.tallybook.local.stack.PartKind;
import org.tallybook.local.stack.ServerUrl;
import org.tallybook.local.stack.Stack;

/**
 * The environment each service is started with. A service gets only what it needs: the gateway no database, and nobody
 * the superuser's URL that the operator may have given to us.
 */
final class ServiceEnvironment {

    private final Map<String, String> inherited;
    private final Stack stack;
    private final Secrets secrets;
    private final Map<Service, Endpoint> endpoints;
    private final String publicUrl;

    ServiceEnvironment(Map<String, String> inherited, Stack stack, Secrets secrets, Map<Service, Endpoint> endpoints) {
        this.inherited = inherited;
        this.stack = stack;
        this.secrets = secrets;
        this.endpoints = new EnumMap<>(endpoints);
        this.publicUrl = inherited.getOrDefault(
                "TALLYBOOK_PUBLIC_URL",
                "http://localhost:" + endpoint(Service.GATEWAY).port());
    }

    String publicUrl() {
        return publicUrl;
    }

    /** The database and the roles of a service, with the passwords of the secrets directory. */
    static DatabaseAccess database(Secrets secrets, String name) {
        return new DatabaseAccess(
                name, secrets.password(name + "_owner-password"), secrets.password(name + "_app-password"));
    }

    /** The whole environment: what we inherited, without what is not for services, and our own on top. */
    Map<String, String> of(Service service) {
        Map<String, String> environment = new HashMap<>(inherited);
        for (PartKind kind : PartKind.values()) {
            environment.remove(kind.variable());
        }
        addressing(environment, service);
        common(environment);
        service.database().ifPresent(name -> database(environment, name));
        switch (service) {
            case GATEWAY -> gateway(environment);
            case AUTH -> auth(environment);
            case TRACKER -> tracker(environment);
            case REPORT -> messaging(environment);
        }
        return environment;
    }

    private void addressing(Map<String, String> environment, Service service) {
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(endpoint(service).port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(endpoint(service).managementPort()));
    }

    private void common(Map<String, String> environment) {
        // Here people read the logs, not a collector.
        environment.putIfAbsent("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("TALLYBOOK_PUBLIC_URL", publicUrl);
        environment.put("TALLYBOOK_JWKS_URL", endpoint(Service.AUTH).url() + "/.well-known/jwks.json");
        environment.put("TALLYBOOK_REDIS_URL", stack.part(PartKind.REDIS).url().text());
        key(environment, "TALLYBOOK_INTERNAL_SECRET_FILE", "internal-secret");
    }

    private void database(Map<String, String> environment, String name) {
        DatabaseAccess access = database(secrets, name);
        ServerUrl server = stack.part(PartKind.POSTGRES).url();
        environment.put(
                "TALLYBOOK_DB_URL",
                new ServerUrl("postgresql", "", "", server.host(), server.port(), "/" + name).text());
        environment.put("TALLYBOOK_DB_OWNER_USER", access.owner());
        environment.put("TALLYBOOK_DB_OWNER_PASSWORD", access.ownerPassword());
        environment.put("TALLYBOOK_DB_APP_USER", access.app());
        environment.put("TALLYBOOK_DB_APP_PASSWORD", access.appPassword());
    }

    private void gateway(Map<String, String> environment) {
        key(environment, "TALLYBOOK_SESSION_SECRET_FILE", "session-secret");
        for (Service upstream : Service.behindTheGateway()) {
            environment.put(
                    "TALLYBOOK_ROUTES_" + upstream.routeName() + "_UPSTREAMS",
                    endpoint(upstream).url());
            environment.put(
                    "TALLYBOOK_DOCS_SOURCE_" + upstream.routeName(),
                    endpoint(upstream).openApi());
        }
    }

    private void auth(Map<String, String> environment) {
        messaging(environment);
        key(environment, "TALLYBOOK_PEPPER_FILE", "pepper");
        key(environment, "TALLYBOOK_KEYS_KEK_FILE", "keys-kek");
    }

    private void tracker(Map<String, String> environment) {
        messaging(environment);
        environment.put("TALLYBOOK_AUTH_URL", endpoint(Service.AUTH).url());
    }

    private void messaging(Map<String, String> environment) {
        environment.put("TALLYBOOK_AMQP_URL", stack.part(PartKind.BROKER).url().text());
        environment.put("TALLYBOOK_SMTP_URL", stack.part(PartKind.MAIL).url().text());
    }

    /** A file that the operator names wins over the generated one. */
    private void key(Map<String, String> environment, String variable, String name) {
        environment.putIfAbsent(variable, secrets.keyFile(name).toString());
    }

    private Endpoint endpoint(Service service) {
        Endpoint endpoint = endpoints.get(service);
        if (endpoint == null) {
            throw new IllegalStateException("no endpoint for " + service);
        }
        return endpoint;
    }
}
