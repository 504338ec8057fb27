package org.tallybook.kit.test.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the mail catcher of the test stack holds. All tests of a JVM share it, so ask by recipient and give every test
 * an address of its own.
 */
public final class TestMailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A caught mail never changes, and a test asks many times; without this the waiting would cost more than the mail. */
    private static final Map<Path, ReceivedMail> READ = new ConcurrentHashMap<>();

    private final Path directory;

    private TestMailbox(Path directory) {
        this.directory = directory;
    }

    /** Not available when {@code TALLYBOOK_SMTP_URL} names a real server: we cannot read its mailboxes. */
    public static TestMailbox open() {
        String directory = TallybookStack.configuration().get(StackProcess.MAIL);
        if (directory == null) {
            throw new IllegalStateException(
                    "Mail goes to the server in TALLYBOOK_SMTP_URL; unset it to read mail in tests");
        }
        return new TestMailbox(Path.of(directory));
    }

    /** Every mail to the address so far, oldest first. */
    public List<ReceivedMail> to(String address) {
        return all().filter(addressedTo(address)).toList();
    }

    /** The newest mail to the address; waits up to half a minute for the first. */
    public ReceivedMail await(String address) {
        return await(address, mail -> true);
    }

    /** The newest mail to the address that the condition accepts; waits up to half a minute for the first. */
    public ReceivedMail await(String address, Predicate<ReceivedMail> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            ReceivedMail found = newest(addressedTo(address).and(condition));
            if (found != null) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no such mail to " + address + " within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private @Nullable ReceivedMail newest(Predicate<ReceivedMail> condition) {
        return all().filter(condition).reduce((earlier, later) -> later).orElse(null);
    }

    private Stream<ReceivedMail> all() {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream()
                    .map(file -> READ.computeIfAbsent(file, ReceivedMail::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<ReceivedMail> addressedTo(String address) {
        return mail -> mail.to().stream().anyMatch(to -> to.toLowerCase().contains(address.toLowerCase()));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for mail", e);
        }
    }
}
