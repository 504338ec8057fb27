package org.tallybook.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A measure that cannot see a difference would let every difference pass. */
class RocAucTest {

    @Test
    void tellsNothingOfTwoThatAreAlike() {
        assertThat(RocAuc.of(new long[] {1, 2, 3, 4}, new long[] {4, 3, 2, 1})).isEqualTo(0.5);
    }

    @Test
    void tellsTwoThatNeverMeetApart() {
        assertThat(RocAuc.of(new long[] {1, 2, 3}, new long[] {4, 5})).isEqualTo(1);
        assertThat(RocAuc.of(new long[] {4, 5}, new long[] {1, 2, 3})).isZero();
    }

    @Test
    void countsThePairsInWhichTheSecondIsLarger() {
        assertThat(RocAuc.of(new long[] {1, 3}, new long[] {2, 3})).isEqualTo((1 + 1 + 0 + 0.5) / 4);
    }

    @Test
    void knowsWhatChanceMakesOfFourHundredTriesOfBothKinds() {
        assertThat(RocAuc.chance(400, 400)).isCloseTo(0.0204, within(0.0001));
    }
}
