package org.tallybook.auth.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.auth.mfa.domain.TotpSecret;
import org.tallybook.auth.mfa.domain.TotpStep;

class TotpCodesTest {

    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void makesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(TotpCodes.code(SECRET, TotpStep.at(Instant.ofEpochSecond(seconds))))
                .isEqualTo(code);
    }

    @Test
    void acceptsTheCurrentStepAndTheOneBeforeOnly() {
        Instant now = Instant.ofEpochSecond(1111111109);
        long current = TotpStep.at(now).number();

        for (long step = current - 3; step <= current + 3; step++) {
            boolean accepted = step == current || step == current - 1;
            assertThat(TotpCodes.stepOf(SECRET, TotpCodes.code(SECRET, new TotpStep(step)), now)
                            .map(TotpStep::number))
                    .as("step %d of %d", step, current)
                    .isEqualTo(accepted ? java.util.Optional.of(step) : java.util.Optional.empty());
        }
    }

    @Test
    void aStepLastsThirtySeconds() {
        assertThat(TotpStep.at(Instant.ofEpochSecond(29)).number()).isZero();
        assertThat(TotpStep.at(Instant.ofEpochSecond(30)).number()).isEqualTo(1);
        assertThat(TotpStep.at(Instant.ofEpochSecond(59)).number()).isEqualTo(1);
    }

    @Test
    void acceptsNothingThatMerelyLooksLikeACode() {
        Instant now = Instant.ofEpochSecond(59);

        for (String code : new String[] {"", "28708", "2870820", "287082 ", "+87082", "٢٨٧٠٨٢", "287082\0"}) {
            assertThat(TotpCodes.stepOf(SECRET, code, now)).as(code).isEmpty();
        }
    }

    @Test
    void keepsTheSecretOutOfLogs() {
        assertThat(SECRET.toString()).doesNotContain("1234");
    }
}
