package org.tallybook.tracker.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    record Old(String name) {}

    record Newer(@Nullable String color, String name) {}

    record Number(BigDecimal value) {}

    @Test
    void knowsTheSameRequestAgain() {
        assertThat(Fingerprint.of(List.of("POST", new Old("a"))))
                .isEqualTo(Fingerprint.of(List.of("POST", new Old("a"))));
    }

    @Test
    void anotherRequestIsAnother() {
        assertThat(Fingerprint.of(new Old("a"))).isNotEqualTo(Fingerprint.of(new Old("b")));
        assertThat(Fingerprint.of(new Number(new BigDecimal("1.0"))))
                .isNotEqualTo(Fingerprint.of(new Number(new BigDecimal("1.00"))));
    }

    @Test
    void aFieldThatALaterReleaseAddsDoesNotCountUntilItIsUsed() {
        assertThat(Fingerprint.of(new Newer(null, "a"))).isEqualTo(Fingerprint.of(new Old("a")));
    }
}
