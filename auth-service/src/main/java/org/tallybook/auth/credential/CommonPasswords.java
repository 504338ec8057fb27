package org.tallybook.auth.credential;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.tallybook.auth.credential.domain.PasswordRules;

/** Reads the lists of passwords that are refused: the bundled one, and the operator's if there is one. */
class CommonPasswords {

    private static final String BUNDLED = "/password/blocklist.txt";

    /** Shorter words would turn up inside good passwords. */
    private static final int SHORTEST = 5;

    @Produces
    @Singleton
    PasswordRules rules(PasswordConfig config) {
        Set<String> words = new HashSet<>(words(bundled()));
        config.blocklist().ifPresent(file -> words.addAll(words(read(file))));
        return new PasswordRules(words);
    }

    private static Collection<String> words(String text) {
        return text.lines()
                .map(String::trim)
                .filter(line -> line.length() >= SHORTEST && !line.startsWith("#"))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String bundled() {
        try (InputStream list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(BUNDLED))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return String.join("\n", lines.toList());
        } catch (IOException unreadable) {
            throw new IllegalStateException("tallybook.password.blocklist cannot be read: " + file, unreadable);
        }
    }
}
