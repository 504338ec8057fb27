package org.tallybook.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallybook.local.stack.Pause;
import org.tallybook.local.stack.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the end of the logs and, with {@code -f}, what is added to them. */
@Command(name = "logs", description = "Prints the logs of all services or of one.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private DataOption dataOption = new DataOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "service",
            description = "auth, tracker, report, gateway, postgres, redis, launcher or build.")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Keeps printing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            description = "How many lines of each log (default: ${DEFAULT-VALUE}).",
            defaultValue = "100")
    private int lines;

    @Override
    public Integer call() throws IOException {
        Path logs = dataOption.directory().logs();
        List<Path> files = files(logs);
        List<LogTail> tails = files.stream()
                .map(file -> new LogTail(file, files.size() > 1, System.out))
                .toList();
        for (LogTail tail : tails) {
            tail.printEnd(lines);
        }
        while (follow) {
            Pause.millis(200);
            for (LogTail tail : tails) {
                tail.printNew();
            }
        }
        return 0;
    }

    private List<Path> files(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            throw new StackFailure("There are no logs yet in " + logs + ".");
        }
        if (service == null) {
            return Stream.of(Service.values())
                    .map(each -> logs.resolve(each.module() + ".log"))
                    .toList();
        }
        for (String name : List.of(service, service + "-service")) {
            Path file = logs.resolve(name + ".log");
            if (file.normalize().startsWith(logs) && Files.isRegularFile(file)) {
                return List.of(file);
            }
        }
        throw new StackFailure(
                "There is no log of " + service + "; there are: " + String.join(", ", known(logs)) + ".");
    }

    private static List<String> known(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }
}
