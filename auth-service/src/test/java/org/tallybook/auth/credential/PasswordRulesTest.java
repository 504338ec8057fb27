package org.tallybook.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.credential.domain.PasswordRules;
import org.tallybook.auth.credential.domain.PasswordRules.Fault;

class PasswordRulesTest {

    private final PasswordRules rules =
            new PasswordRules(List.of("password", "qwertyuiopasdfg", "correct horse battery staple"));

    @Test
    void acceptsALongPasswordOfAnyKind() {
        assertThat(faultOf("violet otter at noon")).isEmpty();
        assertThat(faultOf("aaaa bbbb cccc dddd eeee ffff")).isEmpty();
    }

    @Test
    void countsCodePointsAndNotBytes() {
        String fourteen = "🌊🎈🍀🐙🔭🥁🧭🛶🎻🪁🧵🪐🦦🧂";

        assertThat(faultOf(fourteen)).contains(Fault.TOO_SHORT);
        assertThat(faultOf(fourteen + "🥝")).isEmpty();
    }

    @Test
    void eightAreEnoughBesideASecondFactor() {
        assertThat(rules.faultOf("kx9#vQ2m", List.of(), PasswordRules.SHORTEST_WITH_SECOND_FACTOR))
                .isEmpty();
        assertThat(rules.faultOf("kx9#vQ2", List.of(), PasswordRules.SHORTEST_WITH_SECOND_FACTOR))
                .contains(Fault.TOO_SHORT);
        assertThat(rules.faultOf("password1", List.of(), PasswordRules.SHORTEST_WITH_SECOND_FACTOR))
                .contains(Fault.GUESSABLE);
        assertThat(PasswordRules.isShort("14 characters!")).isTrue();
        assertThat(PasswordRules.isShort("15 characters!!")).isFalse();
    }

    @Test
    void hasAnUpperBound() {
        String text = "abcdefghijklmnopqrstuvwxyz 0123456789 ".repeat(4);

        assertThat(faultOf(text.substring(0, 128))).isEmpty();
        assertThat(faultOf(text.substring(0, 129))).contains(Fault.TOO_LONG);
    }

    @Test
    void countsBothFormsOfAnAccentAlike() {
        String decomposed = "e\u0301".repeat(8) + "abcdef";

        assertThat(PasswordRules.normalized(decomposed)).hasSize(14);
        assertThat(faultOf(decomposed)).contains(Fault.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwertyuiopasdfg",
                "QWERTYUIOPASDFG",
                "passwordpassword",
                "Password1234Password",
                "correct horse battery staple",
                "aaaaaaaaaaaaaaaaaaaa",
                "abababababababababab",
                "abcdefghijklmnopqrst",
                "ada.lovelace.ada.lovelace",
                "adaexample1234ada"
            })
    void refusesWhatIsEasilyGuessed(String password) {
        assertThat(faultOf(password)).contains(Fault.GUESSABLE);
    }

    private Optional<Fault> faultOf(String password) {
        return rules.faultOf(password, List.of("ada.lovelace", "adaexample", "ada"));
    }
}
