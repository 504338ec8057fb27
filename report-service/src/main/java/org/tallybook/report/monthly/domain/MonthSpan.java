package org.tallybook.report.monthly.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** A calendar month as a span of time in a zone: from its first local midnight, inclusive, to the next one's. */
public record MonthSpan(YearMonth month, ZoneId zone) {

    /** The first instant; where a zone skips midnight, the first that exists on that day. */
    public Instant start() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The first instant after the month. */
    public Instant end() {
        return next().start();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    public boolean contains(LocalDate day) {
        return YearMonth.from(day).equals(month);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(end());
    }

    public MonthSpan previous() {
        return new MonthSpan(month.minusMonths(1), zone);
    }

    private MonthSpan next() {
        return new MonthSpan(month.plusMonths(1), zone);
    }
}
