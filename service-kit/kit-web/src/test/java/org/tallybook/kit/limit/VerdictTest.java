package org.tallybook.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Quota FIVE_A_MINUTE = new Quota(5, Duration.ofMinutes(1));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
    private final LocalBuckets buckets = new LocalBuckets(new SteppedClock());

    @Test
    void letsABurstOfOneWindowThroughAndThenOneAtATime() {
        for (int left = 4; left >= 0; left--) {
            Verdict verdict = buckets.take("a", FIVE_A_MINUTE);
            assertThat(verdict.allowed()).isTrue();
            assertThat(verdict.remaining()).isEqualTo(left);
        }

        Verdict sixth = buckets.take("a", FIVE_A_MINUTE);
        assertThat(sixth.allowed()).isFalse();
        assertThat(sixth.retryAfterMillis()).isEqualTo(12_000);
        assertThat(sixth.resetMillis()).isEqualTo(60_000);

        now.updateAndGet(time -> time.plusMillis(sixth.retryAfterMillis()));
        assertThat(buckets.take("a", FIVE_A_MINUTE).allowed()).isTrue();
        assertThat(buckets.take("a", FIVE_A_MINUTE).allowed()).isFalse();
    }

    @Test
    void aRefusedRequestCostsNothing() {
        for (int i = 0; i < 50; i++) {
            buckets.take("a", FIVE_A_MINUTE);
        }
        now.updateAndGet(time -> time.plusSeconds(12));

        assertThat(buckets.take("a", FIVE_A_MINUTE).allowed()).isTrue();
    }

    @Test
    void subjectsDoNotShareABucket() {
        for (int i = 0; i < 6; i++) {
            buckets.take("a", FIVE_A_MINUTE);
        }

        assertThat(buckets.take("b", FIVE_A_MINUTE).allowed()).isTrue();
    }

    @Test
    void forgetsTheSubjectSeenLeastRecently() {
        for (int i = 0; i < 10_050; i++) {
            buckets.take("subject-" + i, new Quota(1, Duration.ofHours(1)));
        }

        assertThat(buckets.take("subject-10049", new Quota(1, Duration.ofHours(1)))
                        .allowed())
                .isFalse();
        assertThat(buckets.take("subject-0", new Quota(1, Duration.ofHours(1))).allowed())
                .isTrue();
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new Quota(0, Duration.ofMinutes(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(10, Duration.ofMillis(5))).isInstanceOf(IllegalArgumentException.class);
    }

    private final class SteppedClock extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
