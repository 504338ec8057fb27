package org.tallybook.report.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.report.delivery.persistence.DueMail;
import org.tallybook.report.preference.domain.MailFormat;

class RetriesTest {

    private static final Instant ASKED = Instant.parse("2026-11-01T20:00:00Z");
    private final Retries retries = new Retries(Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(72));

    @Test
    void waitsTwiceAsLongEachTimeUpToALongestWait() {
        assertThat(retries.next(attempt(1), ASKED)).contains(ASKED.plusSeconds(5));
        assertThat(retries.next(attempt(2), ASKED)).contains(ASKED.plusSeconds(10));
        assertThat(retries.next(attempt(5), ASKED)).contains(ASKED.plusSeconds(80));
        assertThat(retries.next(attempt(500), ASKED)).contains(ASKED.plusSeconds(900));
    }

    @Test
    void outlastsAMailServerThatIsAwayForADay() {
        assertThat(retries.next(attempt(100), ASKED.plus(Duration.ofHours(24)))).isPresent();
    }

    @Test
    void givesUpWhenPatienceIsAtItsEnd() {
        assertThat(retries.next(attempt(100), ASKED.plus(Duration.ofHours(72)))).isEmpty();
    }

    private static DueMail attempt(int attempts) {
        return new DueMail(
                UUID.randomUUID(), UUID.randomUUID(), YearMonth.of(2026, 10), MailFormat.HTML, ASKED, attempts);
    }
}
