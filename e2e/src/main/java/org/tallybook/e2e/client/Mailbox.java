package org.tallybook.e2e.client;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail directory of a running system: one {@code .eml} file a mail, names sorted by arrival. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("[?&#]token=([A-Za-z0-9_.~-]+)");

    private final Path directory;

    public Mailbox(Path directory) {
        this.directory = directory;
    }

    /** The token in the link of the newest mail to the address; waits for the mail. */
    public String awaitToken(String address) {
        String text = await(address);
        Matcher token = TOKEN.matcher(text);
        if (!token.find()) {
            throw new AssertionError("no link with a token in the mail to " + address + ":\n" + text);
        }
        return token.group(1);
    }

    /** How many mails went to the address so far. */
    public int count(String address) {
        return files(address).size();
    }

    private String await(String address) {
        return Await.value("a mail to " + address, PATIENCE, () -> newest(address));
    }

    private Optional<String> newest(String address) {
        List<Path> files = files(address);
        return files.isEmpty() ? Optional.empty() : Optional.of(text(files.get(files.size() - 1)));
    }

    private List<Path> files(String address) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith("-" + address + ".eml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        StringBuilder text = new StringBuilder();
        try (InputStream in = Files.newInputStream(file)) {
            collect(new MimeMessage(Session.getInstance(new Properties()), in), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(file + " is not a mail", e);
        }
        return text.toString();
    }

    private static void collect(Part part, StringBuilder text) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), text);
            }
        } else if (part.isMimeType("text/*")) {
            text.append(part.getContent()).append('\n');
        }
    }
}
