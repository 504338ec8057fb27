package org.tallybook.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.credential.domain.Argon2Hash;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.secret.TestSecrets;

class Argon2Test {

    private final Argon2 argon2 = new Argon2(TestSecrets.development(), cost(19_456));

    @Test
    void matchesOnlyThePasswordItHashed() {
        Argon2Hash hash = argon2.hash("violet otter at noon");

        assertThat(argon2.matches(hash, "violet otter at noon")).isTrue();
        assertThat(argon2.matches(hash, "violet otter at noom")).isFalse();
        assertThat(argon2.matches(hash, "")).isFalse();
    }

    @Test
    void computationsAtTheSameTimeShareNoMemory() {
        List<Argon2Hash> hashes = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> argon2.hash("violet otter number " + i))
                .toList();

        assertThat(IntStream.range(0, 12)
                        .parallel()
                        .allMatch(i -> argon2.matches(hashes.get(i), "violet otter number " + i)))
                .isTrue();
    }

    @Test
    void writesTheParametersOfTheSpecification() {
        String encoded = argon2.hash("violet otter at noon").encoded();

        assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$");
        assertThat(PasswordHash.parse(encoded).encoded()).isEqualTo(encoded);
        assertThat(((Argon2Hash) PasswordHash.parse(encoded)).tag()).hasSize(32);
        assertThat(((Argon2Hash) PasswordHash.parse(encoded)).salt()).hasSize(16);
    }

    @Test
    void saltsEveryHash() {
        assertThat(argon2.hash("violet otter at noon").encoded())
                .isNotEqualTo(argon2.hash("violet otter at noon").encoded());
    }

    @Test
    void readsEveryCharacterOfALongPassword() {
        String long72 = "0123456789".repeat(8);
        Argon2Hash hash = argon2.hash(long72 + "a");

        assertThat(argon2.matches(hash, long72 + "b")).isFalse();
    }

    @Test
    void takesBothFormsOfAnAccentForTheSame() {
        Argon2Hash hash = argon2.hash("caf\u00e9 at the corner");

        assertThat(argon2.matches(hash, "cafe\u0301 at the corner")).isTrue();
    }

    @Test
    void needsThePepperTheHashWasMadeWith() {
        Argon2Hash hash = argon2.hash("violet otter at noon");
        var knowsBoth = new Argon2(TestSecrets.withPepperVersion(2, Map.of(1, "dev-secrets/pepper")), cost(19_456));
        var forgotTheOld = new Argon2(TestSecrets.withPepperVersion(2, Map.of()), cost(19_456));

        assertThat(knowsBoth.matches(hash, "violet otter at noon")).isTrue();
        assertThat(knowsBoth.isOutdated(hash)).isTrue();
        assertThat(forgotTheOld.matches(hash, "violet otter at noon")).isFalse();
    }

    @Test
    void noticesThatTheCostHasMovedOn() {
        Argon2Hash cheap = new Argon2(TestSecrets.development(), cost(1_024)).hash("violet otter at noon");

        assertThat(argon2.matches(cheap, "violet otter at noon")).isTrue();
        assertThat(argon2.isOutdated(cheap)).isTrue();
        assertThat(argon2.isOutdated(argon2.hash("x"))).isFalse();
    }

    @Test
    void boundsTheParametersOfStoredHashes() {
        String hash = argon2.hash("violet otter at noon").encoded();

        assertThatThrownBy(() -> PasswordHash.parse(hash.replace("m=19456", "m=9999999")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PasswordHash.parse(hash.replace("t=2", "t=99")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PasswordHash.parse(hash.replace("argon2id", "argon2i")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PasswordConfig cost(int memory) {
        return new PasswordConfig() {
            @Override
            public int memory() {
                return memory;
            }

            @Override
            public int passes() {
                return 2;
            }

            @Override
            public int lanes() {
                return 1;
            }

            @Override
            public int threads() {
                return 1;
            }

            @Override
            public int queue() {
                return 1;
            }

            @Override
            public Optional<Path> blocklist() {
                return Optional.empty();
            }
        };
    }
}
