package org.tallybook.local.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.local.stack.DatabaseProvisioner;
import org.tallybook.local.stack.ExternalPart;
import org.tallybook.local.stack.FreePort;
import org.tallybook.local.stack.Part;
import org.tallybook.local.stack.PartKind;
import org.tallybook.local.stack.Stack;
import org.tallybook.local.stack.StackPlan;

/**
 * The whole of Tallybook on this machine: servers, databases, services. {@link #stop()} may come from another thread at
 * any moment of {@link #start()}.
 */
final class LocalSystem {

    private final DataDirectory data;
    private final Installation installation;
    private final Map<String, String> environment;
    private final Progress progress;
    private final Map<Service, Endpoint> endpoints;
    private final Secrets secrets;
    private final Stack stack;
    private volatile @Nullable Supervisor supervisor;
    private volatile List<ServiceProcess> services = List.of();
    private volatile boolean stopped;

    LocalSystem(
            DataDirectory data,
            Installation installation,
            Map<String, String> environment,
            int gatewayPort,
            Progress progress) {
        this.data = data;
        this.installation = installation;
        this.environment = environment;
        this.progress = progress;
        this.endpoints = endpoints(gatewayPort);
        this.secrets = new Secrets(data.secrets());
        this.stack = plan().stack(environment);
    }

    /** Returns when everything answers. On failure the caller calls {@link #stop()}. */
    RunState start() {
        stack.start(this::partStarted);
        provision();
        ServiceEnvironment serviceEnvironment = new ServiceEnvironment(environment, stack, secrets, endpoints);
        services = Arrays.stream(Service.values())
                .map(service -> process(service, serviceEnvironment))
                .toList();
        Supervisor starting = new Supervisor(
                services, progress, () -> state(serviceEnvironment).write(data));
        supervisor = starting;
        if (!stopped) {
            starting.start();
        }
        RunState state = state(serviceEnvironment);
        state.write(data);
        return state;
    }

    /** Gateway, report, tracker, auth; then broker, Redis, PostgreSQL, mail. Safe to repeat. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        Supervisor running = supervisor;
        if (running != null) {
            running.stop();
        }
        stack.stop();
        Leftovers.file(data, PartKind.REDIS.label()).delete();
        RunState.delete(data);
    }

    private StackPlan plan() {
        StackPlan.Passwords passwords = new StackPlan.Passwords(
                secrets.password("postgres-password"),
                secrets.password("redis-password"),
                secrets.password("broker-password"));
        return new StackPlan(data.path(), installation.binaries(data), new EnumMap<>(PartKind.class), passwords, true);
    }

    private void partStarted(Part part) {
        String where = part instanceof ExternalPart
                ? "reached at " + part.url()
                : "ready on port " + part.url().port();
        if (part.kind() == PartKind.REDIS) {
            ProcessHandle.of(part.pid()).ifPresent(Leftovers.file(data, PartKind.REDIS.label())::write);
        }
        progress.event(part.kind().label(), where);
    }

    private void provision() {
        DatabaseProvisioner provisioner =
                new DatabaseProvisioner(stack.part(PartKind.POSTGRES).url());
        Arrays.stream(Service.values())
                .map(Service::database)
                .flatMap(Optional::stream)
                .map(name -> ServiceEnvironment.database(secrets, name))
                .forEach(provisioner::provision);
        progress.event("databases", "provisioned");
    }

    private ServiceProcess process(Service service, ServiceEnvironment serviceEnvironment) {
        return new ServiceProcess(new ServiceProcess.Launch(
                Objects.requireNonNull(endpoints.get(service)),
                ServiceCommand.of(service, installation, data),
                serviceEnvironment.of(service),
                data.logs().resolve(service.module() + ".log"),
                data.run().resolve(service.module() + ".pid")));
    }

    private RunState state(ServiceEnvironment serviceEnvironment) {
        List<RunState.Entry> entries = new ArrayList<>();
        stack.parts()
                .forEach(part -> entries.add(new RunState.Entry(
                        part.kind().label(),
                        part.url().host(),
                        part.url().port(),
                        part.pid(),
                        part.url().toString(),
                        "")));
        services.forEach(service -> entries.add(new RunState.Entry(
                service.name(),
                "127.0.0.1",
                service.endpoint().port(),
                service.pid(),
                service.endpoint().url(),
                service.endpoint().readiness())));
        boolean ownMail = !(stack.part(PartKind.MAIL) instanceof ExternalPart);
        return new RunState(
                serviceEnvironment.publicUrl(), ownMail ? data.mail().toString() : "", entries);
    }

    /**
     * The usual ports where they are free, so that bookmarks and dashboards keep working. Only for the system whose
     * gateway has the usual port: of two that start at the same moment that is one, and the other must not take a port
     * that the first is about to open.
     */
    private static Map<Service, Endpoint> endpoints(int gatewayPort) {
        boolean usual = gatewayPort == Service.GATEWAY.preferredPort();
        Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            int port = service == Service.GATEWAY ? gatewayPort : port(service.preferredPort(), usual);
            endpoints.put(service, new Endpoint(service, port, port(service.preferredManagementPort(), usual)));
        }
        return endpoints;
    }

    private static int port(int preferred, boolean usual) {
        return usual && FreePort.isFree(preferred) ? preferred : FreePort.next();
    }
}
