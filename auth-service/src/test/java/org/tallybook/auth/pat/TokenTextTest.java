package org.tallybook.auth.pat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.pat.domain.TokenText;

class TokenTextTest {

    private static final String LARGEST = TokenText.of(filled((byte) 0xff)).text();

    @Test
    void hasOneLengthWhateverTheSecret() {
        assertThat(LARGEST).matches("tb_pat_[0-9A-Za-z]{49}");
        assertThat(TokenText.of(filled((byte) 0)).text()).hasSameSizeAs(LARGEST);
    }

    @Test
    void twoSecretsNeverLookTheSame() {
        byte[] one = filled((byte) 7);
        byte[] other = filled((byte) 7);
        other[31] ^= 1;

        assertThat(TokenText.of(one).text()).isNotEqualTo(TokenText.of(other).text());
    }

    @Test
    void readsWhatItWrote() {
        assertThat(TokenText.parse(LARGEST)).map(TokenText::text).contains(LARGEST);
    }

    @Test
    void noticesEverySingleMistypedCharacter() {
        for (int i = "tb_pat_".length(); i < LARGEST.length(); i++) {
            char other = LARGEST.charAt(i) == 'a' ? 'b' : 'a';
            String mistyped = LARGEST.substring(0, i) + other + LARGEST.substring(i + 1);
            assertThat(TokenText.parse(mistyped)).as(mistyped).isEmpty();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "tb_pat_", "tb_pat_x", "eyJhbGciOiJSUzI1NiJ9.e30.x"})
    void refusesWhatNobodyIssued(String text) {
        assertThat(TokenText.parse(text)).isEmpty();
        assertThat(TokenText.parse(LARGEST + "0")).isEmpty();
        assertThat(TokenText.parse(" " + LARGEST)).isEmpty();
        assertThat(TokenText.parse(LARGEST.toUpperCase(java.util.Locale.ROOT))).isEmpty();
    }

    @Test
    void doesNotShowItselfInALog() {
        assertThat(TokenText.of(filled((byte) 1))).hasToString("tb_pat_…");
    }

    private static byte[] filled(byte value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
