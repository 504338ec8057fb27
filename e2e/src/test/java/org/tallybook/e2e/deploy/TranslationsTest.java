package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a service says, it says in every language that is shipped, with the same gaps to fill. */
class TranslationsTest {

    private static final List<String> LANGUAGES = List.of("ar", "de", "es", "fr", "hi");
    private static final Pattern GAP = Pattern.compile("\\{\\d");
    private static final String[] MODULES = {
        "service-kit", "auth-service", "tracker-service", "report-service", "gateway"
    };

    static Stream<String> bundles() {
        return Repository.files(TranslationsTest::isEnglish, MODULES).stream()
                .map(file -> Repository.slashed(file).replace(".properties", ""));
    }

    @Test
    void findsTheBundles() {
        assertThat(bundles()).hasSizeGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isComplete(String bundle) {
        Map<String, Set<String>> english = gaps(bundle + ".properties");

        for (String language : LANGUAGES) {
            assertThat(gaps(bundle + "_" + language + ".properties"))
                    .as(language)
                    .isEqualTo(english);
        }
    }

    private static boolean isEnglish(String file) {
        return file.matches(".*/src/main/resources/(problems|mail)/[a-z]+\\.properties");
    }

    /** The gaps by key; a key without a word counts as missing. */
    private static Map<String, Set<String>> gaps(String file) {
        Path path = Repository.ROOT.resolve(file);
        assertThat(path).exists();
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(Repository.text(path)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, Set<String>> gaps = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            if (!text.isBlank()) {
                gaps.put(
                        key,
                        new TreeSet<>(GAP.matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .toList()));
            }
        }
        return gaps;
    }
}
