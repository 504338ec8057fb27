package org.tallybook.tracker.tracker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.tracker.TrackerTag;

public class TrackerTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    public static Tracker aTracker() {
        return Tracker.create(new TrackerId(UUID.randomUUID()), UUID.randomUUID(), called("Diary"), 1, NOON);
    }

    private static TrackerDefinition called(String name) {
        return new TrackerDefinition(
                name, null, TrackerType.NOTE, null, null, null, null, List.of(), List.of(), null, Plan.NONE, false);
    }

    @Test
    void startsAtVersionOneWithoutLogs() {
        Tracker tracker = aTracker();

        assertThat(tracker.version()).isOne();
        assertThat(tracker.tally()).isEqualTo(LogTally.NONE);
    }

    @Test
    void aChangeIsANewVersion() {
        Tracker changed = aTracker().changeTo(called("Journal"), NOON.plusSeconds(1));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.createdAt()).isEqualTo(NOON);
        assertThat(changed.updatedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(changed.tombstoneVersion()).isEqualTo(3);
    }

    @Test
    void theSameDefinitionIsNoChange() {
        Tracker tracker = aTracker();

        assertThat(tracker.changeTo(called("Diary"), NOON.plusSeconds(1))).isSameAs(tracker);
    }

    @Test
    void aClockThatWasSetBackDoesNotMoveTheChangeBeforeTheCreation() {
        assertThat(aTracker().changeTo(called("Journal"), NOON.minusSeconds(90)).updatedAt())
                .isEqualTo(NOON);
    }

    @Test
    void talliesItsLogs() {
        LogTally two = LogTally.NONE.plus(NOON).plus(NOON.minusSeconds(5));

        assertThat(two).isEqualTo(new LogTally(2, NOON));
        assertThat(two.minusOne(NOON.minusSeconds(5))).isEqualTo(new LogTally(1, NOON.minusSeconds(5)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogTally(1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogTally(0, NOON));
    }

    @Test
    void itsTagChangesWithItsLogs() {
        Tracker tracker = aTracker();
        Tracker logged = tracker.tallied(LogTally.NONE.plus(NOON));

        assertThat(new TrackerTag(logged).header()).isNotEqualTo(new TrackerTag(tracker).header());
        assertThat(new TrackerTag(logged).isUnchangedFor(new TrackerTag(tracker).header()))
                .isFalse();
        assertThat(new TrackerTag(logged).isUnchangedFor("\"x\", W/" + new TrackerTag(logged).header()))
                .isTrue();
    }

    @Test
    void aLogInTheMeantimeIsNoLostUpdate() {
        Tracker tracker = aTracker();
        Tracker logged = tracker.tallied(LogTally.NONE.plus(NOON));

        new TrackerTag(logged).requireMatch(new TrackerTag(tracker).header());
        new TrackerTag(logged).requireMatch("*");
        new TrackerTag(logged).requireMatch(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"2.0..1\"", "W/\"1.0..1\"", "1.0..1", "\"11.0..1\"", "\"1\"x"})
    void anotherTagDoesNotMatch(String ifMatch) {
        TrackerTag tag = new TrackerTag(aTracker());

        assertThatThrownBy(() -> tag.requireMatch(ifMatch)).isInstanceOf(Rejected.class);
    }
}
