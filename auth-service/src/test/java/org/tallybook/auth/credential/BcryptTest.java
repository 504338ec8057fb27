package org.tallybook.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.credential.domain.Argon2Hash;
import org.tallybook.auth.credential.domain.BcryptHash;
import org.tallybook.auth.credential.domain.PasswordHash;

class BcryptTest {

    /** Test vector of the OpenBSD and Openwall implementations: the password is {@code U*U}. */
    private static final String VECTOR = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    @Test
    void checksATestVector() {
        assertThat(Bcrypt.matches(new BcryptHash(VECTOR), "U*U")).isTrue();
        assertThat(Bcrypt.matches(new BcryptHash(VECTOR), "U*V")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2a", "2b", "2y"})
    void knowsTheDialects(String dialect) {
        String encoded = OpenBSDBCrypt.generate(dialect, "pässword".toCharArray(), new byte[16], 4);

        PasswordHash hash = PasswordHash.parse(encoded);

        assertThat(hash).isInstanceOf(BcryptHash.class);
        assertThat(hash.encoded()).isEqualTo(encoded);
        assertThat(Bcrypt.matches((BcryptHash) hash, "pässword")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$15$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe",
                "$2a$05$",
                "$1$abc$def",
                ""
            })
    void refusesWhatIsNoneOrCostsTooMuch(String encoded) {
        assertThatThrownBy(() -> PasswordHash.parse(encoded)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotShowItself() {
        assertThat(new BcryptHash(VECTOR).toString()).doesNotContain("CCCC");
        assertThat(Argon2Hash.class).hasDeclaredMethods("toString");
    }
}
