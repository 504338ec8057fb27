package org.tallybook.tracker.log.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tallybook.tracker.log.LogFilter;

class LogSelectionTest {

    @Test
    void aTextStandsForItself() {
        assertThat(LogSelection.pattern("100%_\\")).isEqualTo("%100\\%\\_\\\\%");
    }

    @Test
    void noWordOfTheClientEntersTheQuery() {
        LogFilter filter = new LogFilter(
                UUID.randomUUID(),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 11, 1)),
                Optional.of(LocalDate.of(2026, 11, 30)),
                Optional.empty(),
                Optional.of("' or 1=1 --"),
                Optional.empty());

        assertThat(new LogSelection(filter).query()).doesNotContain("1=1");
    }
}
