package org.tallybook.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tallybook.e2e.system.Installation;
import org.tallybook.e2e.system.LocalTallybook;

/** Prints the figures of {@code docs/benchmarks.md} for this machine. Started by {@code e2e/bench/run}. */
public final class Bench {

    private static final String LIMITS = "TALLYBOOK_LIMITS_ENABLED";
    private static final Set<String> CHAPTERS = Set.of("system", "auth", "tokens", "enumeration");

    private final LocalTallybook system;
    private final Set<String> chosen;

    private Bench(LocalTallybook system, Set<String> chosen) {
        this.system = system;
        this.chosen = chosen;
    }

    /** @param arguments the chapters to measure; all if none is named */
    public static void main(String[] arguments) throws IOException {
        Set<String> chosen = arguments.length == 0 ? CHAPTERS : Set.copyOf(List.of(arguments));
        if (!CHAPTERS.containsAll(chosen)) {
            System.err.println("There is " + new TreeSet<>(CHAPTERS) + ", not " + chosen);
            System.exit(2);
        }
        Path data = Files.createTempDirectory("tallybook-bench-");
        String limits = System.getenv().getOrDefault(LIMITS, "false");
        Installation installation = Installation.find().throughScript();
        try (LocalTallybook system = new LocalTallybook(installation, data, Map.of(LIMITS, limits))) {
            Out.say("limits %s", limits.equals("false") ? "off" : "ON: that is not how docs/benchmarks.md measures");
            new Bench(system, chosen).measure();
        }
        Out.say("data and logs are in %s; delete them when you have read them", data);
    }

    private void measure() {
        if (chosen.contains("system")) {
            new WholeSystem(system).measure();
        } else {
            system.start();
        }
        if (chosen.contains("auth")) {
            new LoginRate(system).measure();
        }
        if (chosen.contains("tokens")) {
            new TokenCost(system).measure();
        }
        if (chosen.contains("enumeration")) {
            new Enumeration(system).measure();
        }
    }
}
