package org.tallybook.kit.test.stack;

import jakarta.mail.Address;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a reader's program shows it: headers decoded, bodies as text (empty when the mail has none of that kind),
 * attachments by file name.
 */
public record ReceivedMail(
        String messageId, List<String> to, String subject, String text, String html, Map<String, byte[]> attachments) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

    static ReceivedMail read(Path eml) {
        try (InputStream in = Files.newInputStream(eml)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            Contents contents = new Contents();
            contents.take(message);
            return new ReceivedMail(
                    orEmpty(message.getMessageID()),
                    addresses(message.getAllRecipients()),
                    orEmpty(message.getSubject()),
                    contents.text.toString(),
                    contents.html.toString(),
                    contents.attachments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(eml + " is not a mail", e);
        }
    }

    /** The first link of the text, or of the HTML when there is no text. */
    public String link() {
        Matcher link = LINK.matcher(text.isBlank() ? html : text);
        if (!link.find()) {
            throw new AssertionError("no link in the mail: " + subject);
        }
        return link.group();
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Address::toString).toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Walks the parts of a mail, whatever their nesting. */
    private static final class Contents {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final Map<String, byte[]> attachments = new LinkedHashMap<>();

        void take(Part part) throws MessagingException, IOException {
            if (part.getFileName() != null) {
                attachments.put(part.getFileName(), part.getInputStream().readAllBytes());
            } else if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    take(parts.getBodyPart(i));
                }
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/*")) {
                text.append(part.getContent());
            }
        }
    }
}
