package org.tallybook.local.launcher;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tallybook.local.demo.DemoUser;
import org.tallybook.local.stack.FreePort;
import org.tallybook.local.stack.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and stays until it is told to stop. */
@Command(name = "up", description = "Starts Tallybook; Ctrl-C stops it.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Mixin
    private DataOption dataOption = new DataOption();

    @Option(
            names = "--port",
            description = "Where the gateway listens (default: ${DEFAULT-VALUE}).",
            defaultValue = "8080")
    private int port;

    @Option(names = "--demo", description = "Also loads the demo user with a year of entries.")
    private boolean demo;

    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() throws IOException {
        DataDirectory data = dataOption.directory();
        Installation installation = Installation.find();
        refuseBadPort();
        installation.refuseUnbuilt();
        data.open(DataDirectory.LEAST_FREE_BYTES);
        FileLock lock = data.lock()
                .orElseThrow(() -> new StackFailure("Tallybook already runs on " + data.path()
                        + "; stop it with ./tallybook down, or see ./tallybook status."));
        try {
            return run(data, installation);
        } finally {
            DataDirectory.release(lock);
        }
    }

    private int run(DataDirectory data, Installation installation) throws IOException {
        Logging.toFile(data.logs().resolve("launcher.log"));
        List<String> ended = new Leftovers(data).end();
        if (!ended.isEmpty()) {
            progress.say("The last run was cut off; ended what was left of it: " + String.join(", ", ended) + ".");
        }
        refuseTakenPort();
        ProcessFile own = Leftovers.file(data, "up");
        own.write(ProcessHandle.current());
        progress.say("Starting Tallybook (data in " + data.path() + ")");
        LocalSystem system = new LocalSystem(data, installation, System.getenv(), port, progress);
        Shutdown shutdown = new Shutdown(system, own, progress);
        shutdown.arm();
        try {
            announce(system.start());
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (StackFailure e) {
            if (shutdown.begun()) {
                return 1; // the signal came while starting; what failed for that reason is no news
            }
            throw e;
        } finally {
            shutdown.run();
        }
    }

    private void announce(RunState state) {
        progress.say("");
        progress.say("  Tallybook is up:  " + state.url());
        progress.say("  Mail:             "
                + (state.mail().isEmpty()
                        ? "sent through TALLYBOOK_SMTP_URL"
                        : state.mail() + " (one .eml file a mail)"));
        progress.say("  Demo login:       " + DemoUser.LOGIN + " / " + DemoUser.PASSWORD
                + (demo ? "" : "   (after ./tallybook demo)"));
        progress.say("  Ctrl-C stops it.");
        progress.say("");
        if (demo) {
            DemoCommand.load(state, progress);
        }
    }

    private void refuseBadPort() {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new StackFailure("--port must be between 1 and " + HIGHEST_PORT + ".");
        }
    }

    private void refuseTakenPort() {
        if (!FreePort.isFree(port)) {
            throw new StackFailure("Port " + port
                    + " on 127.0.0.1 cannot be opened (another program has it, or this user may not); choose another"
                    + " with --port.");
        }
    }
}
