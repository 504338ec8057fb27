package org.tallybook.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealingKeyTest {

    private static final byte[] PLAIN = "what nobody may read".getBytes(StandardCharsets.UTF_8);

    private final SealingKey key = TestSecrets.development().sealingKeyFor("test");

    @Test
    void opensWhatItSealed() {
        byte[] sealed = key.seal("ada", PLAIN);

        assertThat(sealed).hasSize(PLAIN.length + 28);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("nobody");
        assertThat(key.open("ada", sealed)).isEqualTo(PLAIN);
    }

    @Test
    void neverSealsTheSameWayTwice() {
        assertThat(key.seal("ada", PLAIN)).isNotEqualTo(key.seal("ada", PLAIN));
    }

    @Test
    void refusesWhatBelongsToAnother() {
        byte[] sealed = key.seal("ada", PLAIN);

        assertThatThrownBy(() -> key.open("eve", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TestSecrets.development()
                        .sealingKeyFor("another purpose")
                        .open("ada", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesEveryChangedBit() {
        byte[] sealed = key.seal("ada", PLAIN);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.open("ada", changed)).isInstanceOf(IllegalStateException.class);
        }
    }
}
