package org.tallybook.tracker.log.domain;

import java.time.Instant;

/**
 * A deleted log that can still come back.
 *
 * @param entry as it was last
 */
public record TrashedLog(LogEntry entry, Instant deletedAt) {

    /**
     * The log as it comes back: its content and day unchanged, its version one more than the deletion's, so that a
     * consumer takes the restored state for newer than the deletion it remembers.
     *
     * @param now never before the last change, even if the clock was set back
     */
    public LogEntry restored(Instant now) {
        Instant at = now.isBefore(entry.updatedAt()) ? entry.updatedAt() : now;
        return new LogEntry(
                entry.id(),
                entry.trackerId(),
                entry.owner(),
                entry.tombstoneVersion() + 1,
                entry.content(),
                entry.localDate(),
                entry.createdAt(),
                at);
    }
}
