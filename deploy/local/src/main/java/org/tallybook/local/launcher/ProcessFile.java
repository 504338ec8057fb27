package org.tallybook.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.local.stack.PrivateFiles;
import org.tallybook.local.stack.ProcessEnd;
import org.tallybook.local.stack.StackFailure;

/**
 * Remembers a process beyond our own death, by its number and the moment it began: after a reboot or a wrap-around the
 * number alone may belong to a stranger, whom we must not kill.
 */
final class ProcessFile {

    /** The kernel counts in ticks since boot, and the moment of boot is itself rounded. */
    private static final Duration CLOCK_ROUNDING = Duration.ofSeconds(2);

    private final Path file;

    ProcessFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) {
        long began = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            PrivateFiles.write(file, process.pid() + " " + began + "\n");
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be written: " + StackFailure.reason(e) + ".", e);
        }
    }

    /** The process, if it still is the one that was written down. */
    Optional<ProcessHandle> process() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] words = Files.readString(file).strip().split(" ");
            long began = Long.parseLong(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> !ProcessEnd.isOver(process))
                    .filter(process -> sameStart(process, began));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be deleted: " + StackFailure.reason(e) + ".", e);
        }
    }

    private static boolean sameStart(ProcessHandle process, long began) {
        return process.info()
                .startInstant()
                .map(start -> Math.abs(start.toEpochMilli() - began) <= CLOCK_ROUNDING.toMillis())
                .orElse(false);
    }
}
