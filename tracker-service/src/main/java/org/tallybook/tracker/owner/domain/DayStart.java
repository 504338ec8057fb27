package org.tallybook.tracker.owner.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The local time at which a user's day begins. A day lasts from its start to the start of the next, so every instant
 * belongs to exactly one day and later instants never to an earlier one, whatever the zone does: if the start falls
 * into the gap of a clock change the day begins when the gap ends (as {@link java.time.ZonedDateTime} resolves it), and
 * if it happens twice the day begins the first time.
 *
 * @param time 00:00 to 23:59
 */
public record DayStart(LocalTime time) {

    public static final DayStart MIDNIGHT = new DayStart(LocalTime.MIDNIGHT);

    /** The day that an instant belongs to in a zone. */
    public LocalDate dayOf(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        while (at.isBefore(startOf(day, zone))) {
            day = day.minusDays(1);
        }
        while (!at.isBefore(startOf(day.plusDays(1), zone))) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** When a day begins in a zone. */
    public Instant startOf(LocalDate day, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
