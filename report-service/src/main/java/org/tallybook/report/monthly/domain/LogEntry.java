package org.tallybook.report.monthly.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log that exists now.
 *
 * @param value a decimal: an amount, a rating, the seconds of a duration, 1 or 0 for yes or no; or the text of a note
 * @param choice what was chosen, as it was called then; null for trackers without choices
 * @param skipped the user said "not today": a log, but neither a value nor a done day
 * @param day the local day it counts for; fixed when it was written, so a later move to another zone changes nothing
 */
public record LogEntry(
        UUID trackerId,
        @Nullable String value,
        @Nullable String choice,
        @Nullable String description,
        @Nullable String emotion,
        boolean skipped,
        LocalDate day,
        Instant occurredAt,
        Instant createdAt) {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    /** The value digit by digit; empty for a skipped day and for "no data", which are not zero. */
    public Optional<BigDecimal> number() {
        return Optional.ofNullable(value)
                .filter(text -> !skipped && DECIMAL.matcher(text).matches())
                .map(BigDecimal::new);
    }

    /** "No" is an answer, and not the same as "skipped" or "no data". */
    boolean saysNo() {
        return number().filter(number -> number.signum() == 0).isPresent();
    }

    Optional<String> chosen() {
        return Optional.ofNullable(choice).filter(name -> !skipped && !name.isBlank());
    }

    /** Blank emotions are no emotion. */
    public Optional<String> feeling() {
        return Optional.ofNullable(emotion).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** The words of a note, or the description of something else. */
    public Optional<String> words(Tracker tracker) {
        return Optional.ofNullable(value)
                .filter(text -> !tracker.isCounted() && !text.isBlank())
                .or(() -> Optional.ofNullable(description))
                .filter(text -> !text.isBlank());
    }
}
