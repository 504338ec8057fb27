package org.tallybook.local.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A table of every part, asked now. */
@Command(
        name = "status",
        description = "Shows what runs; ends with 0 only if everything is up.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-16s %-9s %6s %8s  %s%n";

    @Mixin
    private DataOption dataOption = new DataOption();

    @Override
    public Integer call() {
        DataDirectory data = dataOption.directory();
        Optional<RunState> state = data.isLocked() ? RunState.read(data) : Optional.empty();
        if (state.isEmpty()) {
            System.out.println(
                    data.isLocked()
                            ? "Tallybook is starting or stopping on " + data.path() + "."
                            : "Tallybook does not run on " + data.path() + ".");
            return 1;
        }
        return print(state.get(), System.out) ? 0 : 1;
    }

    private static boolean print(RunState state, PrintStream out) {
        out.printf(Locale.ROOT, ROW, "PART", "STATE", "PORT", "PID", "URL");
        List<Boolean> up =
                state.entries().stream().map(entry -> print(entry, out)).toList();
        out.println();
        out.println("Tallybook:  " + state.url());
        return !up.contains(false);
    }

    private static boolean print(RunState.Entry entry, PrintStream out) {
        boolean up = entry.health().isEmpty() ? Probe.listens(entry.host(), entry.port()) : Probe.ready(entry.health());
        String pid = entry.pid() == 0 ? "-" : Long.toString(entry.pid());
        out.printf(Locale.ROOT, ROW, entry.name(), up ? "up" : "DOWN", entry.port(), pid, entry.url());
        return up;
    }
}
