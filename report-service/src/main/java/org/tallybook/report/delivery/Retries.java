package org.tallybook.report.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.report.delivery.persistence.DueMail;

/** When a mail that could not be sent is tried again: after a wait that doubles, up to a longest one, for a while. */
record Retries(Duration first, Duration longest, Duration patience) {

    private static final int MOST_DOUBLINGS = 30;

    static Retries of(DeliveryConfig config) {
        return new Retries(config.firstRetry(), config.longestRetry(), config.patience());
    }

    /** Empty when patience is at its end. */
    Optional<Instant> next(DueMail mail, Instant now) {
        Duration wait = first.multipliedBy(1L << Math.min(mail.attempts() - 1, MOST_DOUBLINGS));
        Instant again = now.plus(wait.compareTo(longest) < 0 ? wait : longest);
        return Optional.of(again).filter(at -> at.isBefore(mail.requestedAt().plus(patience)));
    }
}
