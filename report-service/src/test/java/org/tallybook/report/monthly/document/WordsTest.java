package org.tallybook.report.monthly.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "fr", "de"})
    void everyLanguageSaysEverything(String language) throws IOException {
        Properties english = bundle("");
        Properties other = bundle("_" + language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(new MessageFormat(other.getProperty(key)).getFormatsByArgumentIndex().length)
                    .as(key)
                    .isLessThanOrEqualTo(
                            new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length);
        }
    }

    @Test
    void keepsEveryDigitOfANumber() {
        Words words = Words.in(Locale.GERMANY);

        assertThat(words.number(new BigDecimal("-12345678901234567890.50")))
                .isEqualTo("-12.345.678.901.234.567.890,50");
        assertThat(words.quantity(new BigDecimal("7.4166666667"), "h")).isEqualTo("7,42\u00a0h");
        assertThat(words.signed(new BigDecimal("3"))).isEqualTo("+3");
    }

    @Test
    void speaksEnglishThroughoutWhereItHasNoWords() {
        Words words = Words.in(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(words.number(1234)).isEqualTo("1,234");
        assertThat(words.text("highlights")).isEqualTo("Highlights");
    }

    private static Properties bundle(String suffix) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                WordsTest.class.getResourceAsStream("/report/words" + suffix + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
