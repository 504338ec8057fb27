package org.tallybook.tracker.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.domain.LogStatus;
import org.tallybook.tracker.log.domain.LogValue;
import org.tallybook.tracker.tracker.domain.TrackerId;

class IntegrationTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Integration BEGUN =
            Integration.begin(UUID.randomUUID(), "radio", new TrackerId(UUID.randomUUID()), ZoneOffset.UTC, NOW);

    @Test
    void asksAgainForADayButNeverForWhatWasBeforeTheOptIn() {
        Integration soon = BEGUN.heard(List.of(play(NOW.plusSeconds(600))));
        Integration later = BEGUN.heard(List.of(play(NOW.plus(Duration.ofDays(3)))));

        assertThat(BEGUN.askAfter()).isEqualTo(NOW);
        assertThat(soon.askAfter()).isEqualTo(NOW);
        assertThat(later.askAfter()).isEqualTo(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void countsNeitherThePastNorTheFuture() {
        Play first = play(NOW.plusMillis(1));
        Play last = play(NOW.plusSeconds(3600).plusSeconds(299));

        List<Play> countable = BEGUN.countable(
                List.of(play(NOW), first, last, play(NOW.plusSeconds(3600).plusSeconds(300))), NOW.plusSeconds(3600));

        assertThat(countable).containsExactly(first, last);
    }

    @Test
    void neverGoesBackBecauseSomebodyTellsLate() {
        Integration heard = BEGUN.heard(List.of(play(NOW.plusSeconds(60)), play(NOW.plusSeconds(30))));

        assertThat(heard.heardUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(heard.heard(List.of(play(NOW.plusSeconds(10)))).heardUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(heard.heard(List.of()).heardUntil()).isEqualTo(NOW.plusSeconds(60));
    }

    /** A day must be able to change for as long as plays of it can be told. */
    @Test
    void forgetsNothingThatItCouldStillBeTold() {
        Integration late = BEGUN.heard(List.of(play(NOW.plus(Duration.ofDays(30)))));

        assertThat(Duration.between(late.settledBefore(), late.askAfter())).isGreaterThan(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.00", "299, 0.00", "300, 0.01", "60000, 1.00", "187999, 3.13", "86400000, 1440.00"})
    void minutesHaveTwoDecimals(long milliseconds, String minutes) {
        assertThat(Minutes.of(milliseconds)).isEqualTo(new BigDecimal(minutes));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "-1, false", "1, true", "86400000, true", "86400001, false"})
    void aPlayHasALengthThatCanBe(long milliseconds, boolean possible) {
        assertThat(Play.of(NOW, milliseconds).isPresent()).isEqualTo(possible);
    }

    @Test
    void knowsItsOwnLogFromOneThatTheUserChanged() {
        var day = new ListenedDay(LocalDate.parse("2026-11-20"), new LogId(UUID.randomUUID()), new BigDecimal("3.10"));

        assertThat(day.isOurs(content("3.1", LogStatus.DONE))).isTrue();
        assertThat(day.isOurs(content("3.11", LogStatus.DONE))).isFalse();
        assertThat(day.isOurs(content(null, LogStatus.SKIPPED))).isFalse();
    }

    private static Play play(Instant at) {
        return new Play(at, Duration.ofMinutes(3));
    }

    private static LogContent content(String amount, LogStatus status) {
        LogValue value = amount == null ? null : new LogValue.Amount(new BigDecimal(amount));
        return new LogContent(value, null, null, NOW, ZoneOffset.UTC, status, null);
    }
}
