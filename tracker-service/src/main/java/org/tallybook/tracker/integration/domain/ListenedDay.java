package org.tallybook.tracker.integration.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tallybook.tracker.log.domain.LogContent;
import org.tallybook.tracker.log.domain.LogId;
import org.tallybook.tracker.log.domain.LogStatus;
import org.tallybook.tracker.log.domain.LogValue;

/**
 * The log that stands for a day. The user's word counts more than ours: a log that the user deleted or gave another
 * value is left alone.
 *
 * @param minutes what we last wrote into the log
 */
public record ListenedDay(LocalDate day, LogId log, BigDecimal minutes) {

    /** Whether the log still says what we wrote, be it with other digits. */
    public boolean isOurs(LogContent content) {
        return content.status() == LogStatus.DONE
                && content.value() instanceof LogValue.Amount amount
                && amount.number().compareTo(minutes) == 0;
    }

    public ListenedDay with(BigDecimal sum) {
        return new ListenedDay(day, log, sum);
    }
}
