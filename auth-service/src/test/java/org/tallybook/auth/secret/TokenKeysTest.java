package org.tallybook.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenKeysTest {

    private final TokenKeys keys = new TokenKeys(TestSecrets.development());

    @Test
    void drawsTokensOf256Bits() {
        OpaqueToken token = keys.fresh();

        assertThat(token.text())
                .hasSize(43)
                .matches("[A-Za-z0-9_-]+")
                .isNotEqualTo(keys.fresh().text());
        assertThat(token.bytes()).hasSize(32);
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void derivesOneSuccessorOfAToken() {
        OpaqueToken parent = keys.fresh();
        TokenKeys replica = new TokenKeys(TestSecrets.development());

        assertThat(replica.successorOf(parent).text())
                .isEqualTo(keys.successorOf(parent).text())
                .isNotEqualTo(parent.text());
    }

    @Test
    void storesNeitherTokenNorSuccessor() {
        OpaqueToken token = keys.fresh();

        assertThat(keys.digest(token)).isNotEqualTo(token.bytes());
        assertThat(keys.digest(token)).isNotEqualTo(keys.successorOf(token).bytes());
    }

    @Test
    void derivesTheTokenOfALinkFromItsId() {
        UUID id = UUID.randomUUID();

        assertThat(keys.ofLink(id).text()).isEqualTo(keys.ofLink(id).text());
        assertThat(keys.ofLink(id).text())
                .isNotEqualTo(keys.ofLink(UUID.randomUUID()).text());
    }

    @Test
    void readsOnlyWhatItWrites() {
        String text = keys.fresh().text();

        assertThat(OpaqueToken.parse(text)).isPresent();
        assertThat(OpaqueToken.parse(null)).isEmpty();
        assertThat(OpaqueToken.parse("")).isEmpty();
        assertThat(OpaqueToken.parse(text + "A")).isEmpty();
        assertThat(OpaqueToken.parse(text + "=")).isEmpty();
        assertThat(OpaqueToken.parse("!".repeat(43))).isEmpty();
        assertThat(OpaqueToken.parse("A".repeat(42) + "B"))
                .as("bits beyond the last byte")
                .isEmpty();
    }
}
