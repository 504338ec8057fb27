package org.tallybook.tracker.log.persistence;

import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tallybook.kit.page.Cursor;
import org.tallybook.tracker.log.LogFilter;
import org.tallybook.tracker.tracker.domain.TrackerId;

/**
 * A filter as a query of one index. Local days are bounded by instants too: in no zone and under no day start does a
 * day begin more than {@value #DAYS_BEFORE} days before its UTC midnight or end more than {@value #DAYS_AFTER} days
 * after it, so the index on {@code occurred_at} is entered near the right place.
 */
final class LogSelection {

    static final int DAYS_BEFORE = 1;
    static final int DAYS_AFTER = 3;

    private final StringBuilder condition = new StringBuilder("userId = :owner");
    private Parameters parameters;

    LogSelection(LogFilter filter) {
        parameters = Parameters.with("owner", filter.owner());
        filter.tracker().ifPresent(this::ofTracker);
        filter.from().ifPresent(this::from);
        filter.to().ifPresent(this::to);
        filter.emotion().ifPresent(emotion -> and("emotion = :emotion", "emotion", emotion.name()));
        filter.text().ifPresent(this::containing);
        filter.after().ifPresent(this::after);
    }

    String query() {
        return condition + " order by occurredAt desc, id desc";
    }

    Parameters parameters() {
        return parameters;
    }

    private void ofTracker(TrackerId tracker) {
        and("trackerId = :tracker", "tracker", tracker.value());
    }

    private void from(LocalDate day) {
        and("localDate >= :from", "from", day);
        and("occurredAt >= :fromAt", "fromAt", midnight(day.minusDays(DAYS_BEFORE)));
    }

    private void to(LocalDate day) {
        and("localDate <= :to", "to", day);
        and("occurredAt < :toAt", "toAt", midnight(day.plusDays(DAYS_AFTER)));
    }

    private void containing(String text) {
        and("(note ilike :text escape '\\' or description ilike :text escape '\\')", "text", pattern(text));
    }

    /** The first bound is implied by the second; it lets PostgreSQL start the index at the cursor. */
    private void after(Cursor cursor) {
        and("occurredAt <= :at", "at", cursor.at());
        and("(occurredAt < :at or id < :id)", "id", cursor.id());
    }

    private void and(String term, String name, Object value) {
        condition.append(" and ").append(term);
        parameters = parameters.and(name, value);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A LIKE pattern in which the text stands for itself. */
    static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
