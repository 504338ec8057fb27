package org.tallybook.tracker.log.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.tallybook.tracker.owner.domain.DayStart;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerId;

/**
 * A log at one version.
 *
 * @param owner the user it belongs to, the same as the tracker's
 * @param version 1 at creation, one more at each change
 * @param localDate the user's day when the log was written; a later change of zone or day start does not move it
 */
public record LogEntry(
        LogId id,
        TrackerId trackerId,
        UUID owner,
        long version,
        LogContent content,
        LocalDate localDate,
        Instant createdAt,
        Instant updatedAt) {

    public static LogEntry record(LogId id, Tracker tracker, LogContent content, DayStart dayStart, Instant now) {
        LocalDate day = dayStart.dayOf(content.occurredAt(), content.zone());
        return new LogEntry(id, tracker.id(), tracker.owner(), 1, content, day, now, now);
    }

    /**
     * This log with another content; itself when nothing is different, so that repeating a change is not one.
     *
     * @param dayStart counts only if the log moves to another time
     * @param now never before the last change, even if the clock was set back
     */
    public LogEntry changeTo(LogContent changed, DayStart dayStart, Instant now) {
        if (changed.equals(content)) {
            return this;
        }
        LocalDate day =
                changed.isAtTheSameTimeAs(content) ? localDate : dayStart.dayOf(changed.occurredAt(), changed.zone());
        Instant at = now.isBefore(updatedAt) ? updatedAt : now;
        return new LogEntry(id, trackerId, owner, version + 1, changed, day, createdAt, at);
    }

    /** The version of its deletion: one more than its last, so that a consumer never takes a late change for newer. */
    public long tombstoneVersion() {
        return version + 1;
    }
}
