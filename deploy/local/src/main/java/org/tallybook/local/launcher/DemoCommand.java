package org.tallybook.local.launcher;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tallybook.local.demo.DemoLoader;
import org.tallybook.local.demo.DemoUser;
import org.tallybook.local.stack.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Loads the demo user into the running system, through its gateway. */
@Command(
        name = "demo",
        description = "Loads a demo user with a year of entries into the running Tallybook.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private DataOption dataOption = new DataOption();

    @Override
    public Integer call() {
        DataDirectory data = dataOption.directory();
        RunState state = (data.isLocked() ? RunState.read(data) : Optional.<RunState>empty())
                .orElseThrow(() -> new StackFailure(
                        "Tallybook does not run on " + data.path() + "; start it first with ./tallybook up."));
        load(state, new Progress(System.out));
        return 0;
    }

    static void load(RunState state, Progress progress) {
        String gateway = state.entries().stream()
                .filter(entry -> entry.name().equals(Service.GATEWAY.module()))
                .map(entry -> "http://localhost:" + entry.port())
                .findFirst()
                .orElse(state.url());
        int added =
                new DemoLoader(gateway, state.mail(), Clock.systemUTC(), line -> progress.event("demo", line)).load();
        progress.event("demo", added + " entries added");
        progress.say("  Demo login:  " + DemoUser.LOGIN + " / " + DemoUser.PASSWORD + "  at " + state.url());
    }
}
