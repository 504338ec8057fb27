package org.tallybook.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** How long the system takes to start and to show a log, and what it occupies. Leaves it running. */
final class WholeSystem {

    private static final int WARM_STARTS = 3;
    private static final int WARM_UP_WRITES = 200;
    private static final int WRITES = 600;
    private static final Duration PACE = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(30);

    private final LocalTallybook system;

    WholeSystem(LocalTallybook system) {
        this.system = system;
    }

    void measure() {
        buildIfNeeded();
        Out.chapter("the whole system");
        starts();
        memory("at rest, " + REST.toSeconds() + " s after a start");
        visibility();
        memory("at rest, " + REST.toSeconds() + " s after the writes");
    }

    /** A start that does not count: the script builds what is not built, and the files come into the page cache. */
    private static void buildIfNeeded() {
        try {
            Path data = Files.createTempDirectory("tallybook-bench-discarded-");
            Installation installation = Installation.find().throughScript();
            try (LocalTallybook discarded = new LocalTallybook(installation, data, Map.of())) {
                discarded.start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void starts() {
        Out.say("first up, fresh data directory: %s", start());
        for (int i = 0; i < WARM_STARTS; i++) {
            system.stop();
            Out.say("later up, same data directory: %s", start());
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
        Out.say("resident memory %s:", when);
        services.forEach(service -> Out.say("  %-8s %4d MiB", service.name(), Memory.residentMib(service.pid())));
    }

    private void visibility() {
        Person person = Account.unique("UTC").join(system.api(), system.mailbox());
        Visibility visibility = new Visibility(person);
        visibility.measure(WARM_UP_WRITES, Duration.ZERO);
        person.refresh();
        Visibility.Figures figures = visibility.measure(WRITES, PACE);
        Out.say("log written -> visible in the summary, %d writes, one every %d ms:", WRITES, PACE.toMillis());
        Out.say("  from sending the log:      %s", figures.fromSending());
        Out.say("  from its acknowledgement:  %s", figures.fromAcknowledgement());
    }
}
