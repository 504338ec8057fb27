package org.tallybook.local.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallybook.local.stack.Part;
import org.tallybook.local.stack.PartKind;
import org.tallybook.local.stack.Stack;
import org.tallybook.local.stack.StackFailure;
import org.tallybook.local.stack.StackPlan;

/**
 * Runs one command of the auth-service's own command line against the running system: a second process beside the
 * service, with the same environment, which opens no port.
 */
final class DeskCommand {

    private final DataDirectory data;
    private final Map<String, String> environment;

    DeskCommand(DataDirectory data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** Returns the exit code; what the command says goes to our own output. */
    int run(List<String> arguments) {
        RunState state = (data.isLocked() ? RunState.read(data) : Optional.<RunState>empty())
                .orElseThrow(() -> new StackFailure(
                        "Tallybook does not run on " + data.path() + "; start it first with ./tallybook up."));
        List<String> command = new ArrayList<>(ServiceCommand.of(Service.AUTH, Installation.find(), data));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment(state));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new StackFailure("The auth-service cannot be started: " + StackFailure.reason(e) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    private Map<String, String> environment(RunState state) {
        Secrets secrets = new Secrets(data.secrets());
        Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            int port = entry(state, service.module()).port();
            endpoints.put(service, new Endpoint(service, port, port));
        }
        Map<String, String> own =
                new ServiceEnvironment(environment, stack(state, secrets), secrets, endpoints).of(Service.AUTH);
        own.put("TALLYBOOK_PUBLIC_URL", state.url());
        return own;
    }

    /** The running servers; nothing is started. */
    private Stack stack(RunState state, Secrets secrets) {
        Map<PartKind, Integer> ports = new EnumMap<>(PartKind.class);
        for (PartKind kind : PartKind.values()) {
            ports.put(kind, entry(state, kind.label()).port());
        }
        var passwords = new StackPlan.Passwords(
                secrets.password("postgres-password"),
                secrets.password("redis-password"),
                secrets.password("broker-password"));
        Stack stack = new StackPlan(data.path(), data.path(), ports, passwords, true).stack(environment);
        stack.parts()
                .forEach(part -> refuseAnother(part, entry(state, part.kind().label())));
        return stack;
    }

    private static void refuseAnother(Part part, RunState.Entry running) {
        if (!part.url().toString().equals(running.url())) {
            throw new StackFailure("Tallybook runs with " + running.url() + "; set "
                    + part.kind().variable() + " here to what it was for ./tallybook up.");
        }
    }

    private static RunState.Entry entry(RunState state, String name) {
        return state.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure(name + " is not running yet; see ./tallybook status."));
    }
}
