package org.tallybook.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallybook.local.stack.ChildCommand;
import org.tallybook.local.stack.ProcessEnd;
import org.tallybook.local.stack.StackFailure;

/** One service as a child process: its command, its log, its process file. Not restarted here. */
final class ServiceProcess {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Launch launch;
    private final ProcessFile processFile;
    private volatile @Nullable Process process;

    /** Everything that stays the same over restarts. */
    record Launch(
            Endpoint endpoint, List<String> command, Map<String, String> environment, Path log, Path processFile) {

        @Override
        public String toString() {
            return "Launch[" + endpoint.service().module() + "]";
        }
    }

    ServiceProcess(Launch launch) {
        this.launch = launch;
        this.processFile = new ProcessFile(launch.processFile());
    }

    Endpoint endpoint() {
        return launch.endpoint();
    }

    String name() {
        return launch.endpoint().service().module();
    }

    Path log() {
        return launch.log();
    }

    /** Keeps the log of the run before as {@code <name>.log.1}; what a crash left to read survives one more start. */
    void rotateLog() {
        try {
            if (Files.exists(log())) {
                Files.move(
                        log(), log().resolveSibling(log().getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackFailure(log() + " cannot be rotated: " + StackFailure.reason(e) + ".", e);
        }
    }

    Process start() {
        ProcessBuilder builder = new ProcessBuilder(ChildCommand.shielded(launch.command()))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        try {
            Process started = builder.start();
            process = started;
            processFile.write(started.toHandle());
            return started;
        } catch (IOException e) {
            throw new StackFailure(name() + " cannot be started: " + StackFailure.reason(e) + ".", e);
        }
    }

    void stop() {
        Process running = process;
        if (running != null) {
            ProcessEnd.force(running.toHandle(), STOP_LIMIT);
        }
        processFile.delete();
    }

    boolean alive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    long pid() {
        Process running = process;
        return running == null ? 0 : running.pid();
    }
}
