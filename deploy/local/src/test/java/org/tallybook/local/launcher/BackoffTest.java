package org.tallybook.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void waitsLongerEachTimeUpToHalfAMinute() {
        long now = 0;
        for (int expected : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(backoff.next(now)).isEqualTo(Duration.ofSeconds(expected));
        }
    }

    @Test
    void forgivesAServiceThatStayedUp() {
        backoff.next(0);
        backoff.next(0);

        assertThat(backoff.next(Duration.ofMinutes(5).toNanos())).isEqualTo(Duration.ofSeconds(1));
    }
}
