package org.tallybook.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The {@code postmaster.pid} of a cluster. Its process number may long belong to somebody else, so a process counts as
 * ours only if it is a postgres program.
 */
public final class PostmasterFile {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Path file;

    private PostmasterFile(Path file) {
        this.file = file;
    }

    public static PostmasterFile of(Path data) {
        return new PostmasterFile(data.resolve("postmaster.pid"));
    }

    /** The running postmaster of this cluster, if there is one. */
    public Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                            .filter(process -> !ProcessEnd.isOver(process))
                            .filter(PostmasterFile::isPostgres);
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Ends an orphaned postmaster; its clients should be gone by then, for it waits for them before we insist. */
    public void stopProcess() {
        process().ifPresent(postmaster -> ProcessEnd.force(postmaster, STOP_LIMIT));
    }

    /** Removes a file that a killed server left behind; call it only when {@link #process()} is empty. */
    public void deleteStale() throws IOException {
        if (process().isEmpty()) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
