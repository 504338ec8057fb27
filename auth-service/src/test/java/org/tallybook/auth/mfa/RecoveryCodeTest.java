package org.tallybook.auth.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.mfa.domain.RecoveryCode;

class RecoveryCodeTest {

    private final FreshSecrets fresh = new FreshSecrets();

    @Test
    void drawsTenDifferentOnesOf120Bits() {
        List<String> texts =
                fresh.recoveryCodes().stream().map(RecoveryCode::text).toList();

        assertThat(new HashSet<>(texts)).hasSize(10);
        assertThat(texts).allMatch(text -> text.matches("[a-z2-7]{6}(-[a-z2-7]{6}){3}"));
    }

    @Test
    void readsWhatAPersonTypes() {
        RecoveryCode code = fresh.recoveryCodes().get(0);

        for (String typed : List.of(
                code.text(),
                code.compact(),
                code.text().toUpperCase(Locale.ROOT),
                " " + code.text().replace('-', ' ') + "\t")) {
            assertThat(RecoveryCode.parse(typed).orElseThrow().compact()).isEqualTo(code.compact());
        }
    }

    @Test
    void readsNothingElse() {
        assertThat(RecoveryCode.parse(null)).isEmpty();
        assertThat(RecoveryCode.parse("")).isEmpty();
        assertThat(RecoveryCode.parse("123456")).isEmpty();
        assertThat(RecoveryCode.parse("a".repeat(23))).isEmpty();
        assertThat(RecoveryCode.parse("a".repeat(25))).isEmpty();
        assertThat(RecoveryCode.parse("0".repeat(24))).isEmpty();
    }

    @Test
    void keepsTheCodeOutOfLogs() {
        RecoveryCode code = fresh.recoveryCodes().get(0);

        assertThat(code.toString()).doesNotContain(code.compact());
    }
}
