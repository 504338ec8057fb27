package org.tallybook.tracker.log.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.tracker.owner.domain.DayStart;
import org.tallybook.tracker.tracker.domain.TrackerTest;

class LogEntryTest {

    private static final Instant NIGHT = Instant.parse("2026-11-21T01:30:00Z");
    private static final DayStart AT_FOUR = new DayStart(LocalTime.of(4, 0));

    private static LogEntry aLog() {
        return LogEntry.record(
                new LogId(UUID.randomUUID()), TrackerTest.aTracker(), saying("late"), AT_FOUR, NIGHT.plusSeconds(9));
    }

    private static LogContent saying(String text) {
        return saying(text, NIGHT, "Europe/Berlin");
    }

    private static LogContent saying(String text, Instant at, String zone) {
        return new LogContent(new LogValue.Note(text), null, null, at, ZoneId.of(zone), LogStatus.DONE, null);
    }

    @Test
    void belongsToTheUsersDay() {
        assertThat(aLog().localDate()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void aLaterDayStartMovesNoPastLog() {
        LogEntry changed = aLog().changeTo(saying("later"), DayStart.MIDNIGHT, NIGHT.plusSeconds(10));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.localDate()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void aLogThatMovesIsGivenItsDayAnew() {
        LogEntry elsewhere = aLog().changeTo(saying("late", NIGHT, "Asia/Tokyo"), AT_FOUR, NIGHT.plusSeconds(10));

        assertThat(elsewhere.localDate()).isEqualTo(LocalDate.of(2026, 11, 21));
    }

    @Test
    void theSameContentIsNoChange() {
        LogEntry log = aLog();

        assertThat(log.changeTo(saying("late"), AT_FOUR, NIGHT.plusSeconds(10))).isSameAs(log);
    }

    @Test
    void aClockThatWasSetBackDoesNotMoveTheChangeBeforeTheCreation() {
        LogEntry changed = aLog().changeTo(saying("early"), AT_FOUR, NIGHT);

        assertThat(changed.updatedAt()).isEqualTo(changed.createdAt());
        assertThat(changed.tombstoneVersion()).isEqualTo(3);
    }
}
