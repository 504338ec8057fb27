package org.tallybook.report.monthly.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.report.monthly.domain.Plan;
import org.tallybook.report.monthly.domain.Tracker;

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
        assertThat(words.signed(new BigDecimal("3"), of("NUMERIC"))).isEqualTo("+3");
    }

    @ParameterizedTest
    @CsvSource({
        "27000, 7:30",
        "27029, 7:30",
        "27031, 7:31",
        "90, 0:01:30",
        "60, 0:01",
        "0, 0:00",
        "3599.5, 1:00",
        "-5400, -1:30",
        "445000, 123:37"
    })
    void saysADurationInHoursAndMinutes(BigDecimal seconds, String text) {
        assertThat(Words.in(Locale.GERMANY).measure(seconds, of("DURATION"))).isEqualTo(text);
    }

    private static Tracker of(String type) {
        return new Tracker(new UUID(1, 1), "t", type, null, Plan.NONE, false, Instant.EPOCH);
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
