package org.tallybook.auth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.auth.guard.domain.Patience;

class PatienceTest {

    private final Patience patience = new Patience(5, Duration.ofMinutes(15), 100);

    @ParameterizedTest
    @CsvSource({"0,0", "5,0", "6,1", "7,2", "8,4", "15,512", "16,900", "99,900", "100,900", "1000000,900"})
    void growsUpToTheLongestPause(long failures, long seconds) {
        assertThat(patience.after(failures)).hasSeconds(seconds);
    }

    @Test
    void ends() {
        assertThat(patience.isAtEnd(99)).isFalse();
        assertThat(patience.isAtEnd(100)).isTrue();
        assertThat(patience.isAtEnd(101)).isTrue();
    }
}
