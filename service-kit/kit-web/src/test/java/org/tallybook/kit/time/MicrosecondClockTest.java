package org.tallybook.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {

    private final Clock clock =
            new MicrosecondClock(Clock.fixed(Instant.parse("2026-11-20T21:05:00.123456789Z"), ZoneOffset.UTC));

    @Test
    void knowsMicrosecondsAndNoMore() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-20T21:05:00.123456Z"));
    }

    @Test
    void answersInMillisecondsToo() {
        assertThat(clock.millis())
                .isEqualTo(Instant.parse("2026-11-20T21:05:00.123Z").toEpochMilli());
    }

    @Test
    void keepsItsPrecisionInAnotherZone() {
        assertThat(clock.withZone(ZoneId.of("Asia/Kolkata")).instant().getNano())
                .isEqualTo(123_456_000);
    }
}
