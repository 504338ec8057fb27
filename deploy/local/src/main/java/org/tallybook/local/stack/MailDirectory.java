package org.tallybook.local.stack;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A directory with one {@code .eml} file a mail. A file appears under its final name only when it is complete, and the
 * names sort by arrival, so a reader may list the directory at any moment.
 */
final class MailDirectory {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong arrivals = new AtomicLong();

    MailDirectory(Path directory) {
        this.directory = directory;
    }

    void write(MimeMessage message, String recipient) {
        String name =
                "%s-%06d-%s.eml".formatted(STAMP.format(clock.instant()), arrivals.incrementAndGet(), safe(recipient));
        Path partial = directory.resolve("." + name + ".part");
        try {
            Files.createDirectories(directory);
            try (OutputStream out = Files.newOutputStream(partial)) {
                message.writeTo(out);
            }
            Files.move(partial, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("mail could not be written to " + directory, e);
        }
    }

    private static String safe(String recipient) {
        String plain = recipient.replaceAll("[^A-Za-z0-9@._+-]", "_");
        return plain.substring(0, Math.min(plain.length(), 80));
    }
}
