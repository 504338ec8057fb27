package org.tallybook.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Await;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.system.Installation;
import org.tallybook.e2e.system.LocalTallybook;
import org.tallybook.e2e.system.RunningPart;

/** Prints the figures of {@code docs/benchmarks.md} for this machine. Started by {@code e2e/bench/run}. */
public final class Bench {

    private static final int WARM_STARTS = 3;
    private static final int WARM_UP_WRITES = 200;
    private static final int WRITES = 600;
    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(30);

    private final LocalTallybook system;

    private Bench(LocalTallybook system) {
        this.system = system;
    }

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("tallybook-bench-");
        Map<String, String> environment = Map.of("TALLYBOOK_LIMITS_ENABLED", "false");
        Installation installation = Installation.find().throughScript();
        buildIfNeeded(installation, data.resolveSibling(data.getFileName() + "-discarded"));
        try (LocalTallybook system = new LocalTallybook(installation, data, environment)) {
            Bench bench = new Bench(system);
            bench.starts();
            bench.memory("at rest, " + REST.toSeconds() + " s after a start");
            bench.visibility();
            bench.memory("at rest, " + REST.toSeconds() + " s after the writes");
        }
        say("data and logs are in %s; delete them when you have read them", data);
    }

    /** A start that does not count: the script builds what is not built, and the files come into the page cache. */
    private static void buildIfNeeded(Installation installation, Path data) {
        try (LocalTallybook discarded = new LocalTallybook(installation, data, Map.of())) {
            discarded.start();
        }
    }

    private void starts() {
        say("first up, fresh data directory: %s", start());
        for (int i = 0; i < WARM_STARTS; i++) {
            system.stop();
            say("later up, same data directory: %s", start());
        }
    }

    private String start() {
        long begin = System.nanoTime();
        system.start();
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
    }

    private void memory(String when) {
        Await.pause(REST.toMillis());
        List<RunningPart> services =
                system.parts().stream().filter(RunningPart::isService).toList();
        say("resident memory %s:", when);
        services.forEach(service -> say("  %-8s %4d MiB", service.name(), Memory.residentMib(service.pid())));
    }

    private void visibility() {
        Person person = Account.unique("UTC").join(system.api(), system.mailbox());
        Visibility visibility = new Visibility(person);
        visibility.measure(WARM_UP_WRITES, Duration.ZERO);
        person.refresh();
        Visibility.Figures figures = visibility.measure(WRITES, PACE);
        say("log written -> visible in the summary, %d writes, one every %d ms:", WRITES, PACE.toMillis());
        say("  from sending the log:      %s", figures.fromSending());
        say("  from its acknowledgement:  %s", figures.fromAcknowledgement());
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
