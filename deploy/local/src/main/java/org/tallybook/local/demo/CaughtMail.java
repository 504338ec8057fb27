package org.tallybook.local.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tallybook.local.stack.StackFailure;

/** Finds verification tokens in the directory of caught mail. */
final class CaughtMail {

    private static final Pattern LINK = Pattern.compile("/verify\\?token=([A-Za-z0-9._~-]+)");

    private final Path directory;

    CaughtMail(Path directory) {
        this.directory = directory;
    }

    /** The tokens mailed to the address, the newest first. */
    List<String> verificationTokens(String address) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith("-" + address + ".eml"))
                    .sorted(Comparator.reverseOrder())
                    .map(CaughtMail::token)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new StackFailure(directory + " cannot be read: " + StackFailure.reason(e) + ".", e);
        }
    }

    private static Optional<String> token(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Matcher link = LINK.matcher(text(new MimeMessage(Session.getInstance(new Properties()), in)));
            return link.find() ? Optional.of(link.group(1)) : Optional.empty();
        } catch (IOException | MessagingException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        return content instanceof String text ? text : "";
    }
}
