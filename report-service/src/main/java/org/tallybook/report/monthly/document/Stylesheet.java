package org.tallybook.report.monthly.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A style sheet that is written into the document.
 *
 * @param text exactly as it stands between the {@code style} tags
 */
record Stylesheet(String text) {

    static final Stylesheet SCREEN = load("/report/screen.css");
    static final Stylesheet PRINT = load("/report/print.css");

    /** The source expression by which a Content-Security-Policy allows this sheet and no other (CSP 3, section 2.3.1). */
    String cspHash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    private static Stylesheet load(String resource) {
        try (InputStream in = Stylesheet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return new Stylesheet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
