package org.tallybook.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Username;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.ch", "ada+tally@example.org", "o'neill@sub.example.co.uk", "x_y-z.1@xn--bcher-kva.example"})
    void acceptsWhatMailServersAccept(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.c",
                "nobody",
                "@example.org",
                "ada@",
                "ada@example",
                "ada@@example.org",
                "ada@-example.org",
                "ada@example..org",
                ".ada@example.org",
                "ada.@example.org",
                "ada lovelace@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "<ada@example.org>",
                "ada@exämple.org",
                "ada@[127.0.0.1]"
            })
    void refusesTheRest(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @Test
    void keepsToItsBounds() {
        String domain = "@" + "d".repeat(63) + "." + "e".repeat(63) + "." + "f".repeat(60) + ".example";
        String local = "l".repeat(254 - domain.length());

        assertThat(EmailAddress.isValid("a@b.ch")).isTrue();
        assertThat(EmailAddress.isValid(local + domain)).isEqualTo(local.length() <= 64);
        assertThat(EmailAddress.isValid("l".repeat(65) + "@example.org")).isFalse();
        assertThat(EmailAddress.isValid("l".repeat(64) + "@example.org")).isTrue();
    }

    @Test
    void decidesUniquenessInLowerCase() {
        assertThat(new EmailAddress("A@X.example").key()).isEqualTo(new EmailAddress("a@x.example").key());
        assertThat(new Username("Ada.L").key()).isEqualTo("ada.l");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a b c", "ada@home", "abcdefghijklmnopqrstuvwxyz", "adä-x", "ada\n1"})
    void refusesNamesThatLookLikeSomethingElse(String name) {
        assertThatThrownBy(() -> new Username(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
