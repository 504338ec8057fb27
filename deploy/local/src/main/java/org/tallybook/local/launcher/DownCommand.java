package org.tallybook.local.launcher;

import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tallybook.local.stack.ProcessEnd;
import org.tallybook.local.stack.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops an {@code up} that runs elsewhere, or what a killed one left behind. */
@Command(name = "down", description = "Stops Tallybook from another terminal.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    private DataOption dataOption = new DataOption();

    @Override
    public Integer call() {
        DataDirectory data = dataOption.directory();
        Progress progress = new Progress(System.out);
        Optional<ProcessHandle> launcher = Leftovers.file(data, "up").process();
        if (data.isLocked() && launcher.isPresent()) {
            end(launcher.get());
            progress.say("Tallybook is stopped.");
            return 0;
        }
        List<String> ended = endLeftovers(data);
        progress.say(
                ended.isEmpty()
                        ? "Tallybook does not run on " + data.path() + "."
                        : "Stopped what a killed run had" + " left behind: " + String.join(", ", ended) + ".");
        return 0;
    }

    private static void end(ProcessHandle launcher) {
        if (!launcher.destroy()) {
            throw new StackFailure("Process " + launcher.pid() + " runs Tallybook but belongs to another user.");
        }
        if (!ProcessEnd.await(launcher, PATIENCE)) {
            throw new StackFailure(
                    "Process " + launcher.pid() + " did not stop within " + PATIENCE.toSeconds() + " s.");
        }
    }

    private static List<String> endLeftovers(DataDirectory data) {
        if (!data.isOurs()) {
            return List.of();
        }
        Optional<FileLock> lock = data.lock();
        try {
            return lock.isPresent() ? new Leftovers(data).end() : List.of();
        } finally {
            lock.ifPresent(DataDirectory::release);
        }
    }
}
