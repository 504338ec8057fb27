package org.tallybook.local.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallybook.local.stack.PrivateFiles;
import org.tallybook.local.stack.StackFailure;

/**
 * The directory that holds everything of one local Tallybook: data, logs, secrets, caught mail. A marker file proves
 * that it is ours; without the marker nothing is written into a directory that has content, and nothing is deleted.
 */
final class DataDirectory {

    static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;
    private static final String MARKER = "tallybook.data";
    private static final String FORMAT = "tallybook data directory, format 1";

    private final Path path;

    DataDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path mail() {
        return path.resolve("mail");
    }

    /** Process files and the state of the running system; meaningless after a reboot. */
    Path run() {
        return path.resolve("run");
    }

    boolean isOurs() {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    /** Creates what is missing and refuses, in one sentence, what cannot work. */
    void open(long leastFreeBytes) {
        try {
            Files.createDirectories(path);
            refuseForeign();
            PrivateFiles.createDirectory(path);
            probe();
            refuseFull(leastFreeBytes);
            for (Path directory : new Path[] {logs(), secrets(), mail(), run()}) {
                PrivateFiles.createDirectory(directory);
            }
            PrivateFiles.write(path.resolve(MARKER), FORMAT + "\n");
        } catch (IOException e) {
            throw new StackFailure(
                    "The data directory %s cannot be used: %s; choose another with --data.".formatted(path, explain(e)),
                    e);
        }
    }

    /** Taken by the one {@code up} that runs; empty when another one has it. Dies with the process, however it dies. */
    Optional<FileLock> lock() {
        Path file = run().resolve("up.lock");
        if (!Files.isDirectory(run())) {
            return Optional.empty();
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (IOException e) {
            throw new StackFailure("%s cannot be locked: %s.".formatted(file, explain(e)), e);
        }
    }

    /** True while an {@code up} runs on this directory. */
    boolean isLocked() {
        if (!Files.isDirectory(run())) {
            return false;
        }
        Optional<FileLock> lock = lock();
        lock.ifPresent(DataDirectory::release);
        return lock.isEmpty();
    }

    static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    private void refuseForeign() throws IOException {
        if (isOurs()) {
            refuseUnknownFormat();
            return;
        }
        try (Stream<Path> content = Files.list(path)) {
            boolean onlyOurLogs =
                    content.allMatch(entry -> entry.getFileName().toString().equals("logs"));
            if (!onlyOurLogs) {
                throw new StackFailure(path + " has content but no " + MARKER
                        + " file, so it is not a Tallybook data directory; choose another with --data.");
            }
        }
    }

    private void refuseUnknownFormat() throws IOException {
        Path marker = path.resolve(MARKER);
        String found;
        try {
            found = Files.readString(marker).strip();
        } catch (MalformedInputException binary) {
            found = "not text";
        }
        if (!found.equals(FORMAT)) {
            throw new StackFailure(marker + " is damaged or of another version (it should read \"" + FORMAT
                    + "\"); restore it, or choose another directory with --data.");
        }
    }

    private void probe() throws IOException {
        Path probe = Files.createTempFile(path, ".probe", "");
        Files.delete(probe);
    }

    private void refuseFull(long leastFreeBytes) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < leastFreeBytes) {
            throw new StackFailure("Only %d MB are free on the disk of %s; Tallybook needs %d MB."
                    .formatted(free >> 20, path, leastFreeBytes >> 20));
        }
    }

    private static String explain(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "AccessDeniedException" -> "it is not writable for this user";
            case "NoSuchFileException" -> "it cannot be created";
            case "FileAlreadyExistsException" -> "there is a file in its place";
            default -> StackFailure.reason(e);
        };
    }
}
