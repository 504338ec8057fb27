package org.tallybook.tracker.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Standing BEGUN = Standing.begun(NOW);

    @Test
    void runsAtOnceAndThenAtItsPace() {
        assertThat(BEGUN.nextRunAt()).isEqualTo(NOW);
        assertThat(BEGUN.succeeded(NOW, EVERY).nextRunAt()).isEqualTo(NOW.plus(EVERY));
    }

    @Test
    void backsOffFromAMinuteToAnHourAndKeepsItsState() {
        List<Long> pauses = Stream.iterate(BEGUN, standing -> standing.failed("provider-unavailable", NOW))
                .skip(1)
                .limit(9)
                .map(standing -> Duration.between(NOW, standing.nextRunAt()).toMinutes())
                .toList();

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(BEGUN.failed("provider-unavailable", NOW).state()).isEqualTo(IntegrationState.ACTIVE);
    }

    @Test
    void aSuccessEndsAPauseAndEveryTrouble() {
        Standing paused = BEGUN.failed("x", NOW).paused(PauseReason.LINK_REVOKED, "connection-revoked", NOW, EVERY);

        Standing healed = paused.succeeded(NOW.plus(EVERY), EVERY);

        assertThat(paused.state()).isEqualTo(IntegrationState.PAUSED);
        assertThat(paused.lastProblem()).isEqualTo("connection-revoked");
        assertThat(healed.state()).isEqualTo(IntegrationState.ACTIVE);
        assertThat(healed.reason()).isNull();
        assertThat(healed.lastProblem()).isNull();
        assertThat(healed.failures()).isZero();
    }

    @Test
    void troubleOfAProviderLeavesAPauseAPause() {
        Standing paused = BEGUN.paused(PauseReason.LINK_MISSING, "connection-missing", NOW, EVERY);

        assertThat(paused.failed("unavailable", NOW).reason()).isEqualTo(PauseReason.LINK_MISSING);
        assertThat(paused.postponed("unavailable", EVERY, NOW).reason()).isEqualTo(PauseReason.LINK_MISSING);
    }

    @Test
    void wakesUpWhatIsInTroubleAndLeavesTheRestAlone() {
        Standing working = BEGUN.succeeded(NOW, EVERY);
        Standing paused = BEGUN.paused(PauseReason.LINK_MISSING, "connection-missing", NOW, EVERY);

        assertThat(working.wokenUp(NOW)).isSameAs(working);
        assertThat(paused.wokenUp(NOW).nextRunAt()).isEqualTo(NOW);
        assertThat(paused.wokenUp(NOW).state()).isEqualTo(IntegrationState.ACTIVE);
        assertThat(BEGUN.failed("x", NOW).wokenUp(NOW).nextRunAt()).isEqualTo(NOW);
    }
}
