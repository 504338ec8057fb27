package org.tallybook.tracker.tracker.domain;

import java.time.Instant;

/**
 * A deleted tracker that can still come back, with the logs that went with it.
 *
 * @param tracker as it was last; its tally counts those logs
 */
public record TrashedTracker(Tracker tracker, Instant deletedAt) {

    /**
     * The tracker as it comes back; its version is one more than the deletion's, so that a consumer takes the restored
     * state for newer than the deletion it remembers.
     *
     * @param now never before the last change, even if the clock was set back
     */
    public Tracker restored(Instant now) {
        Instant at = now.isBefore(tracker.updatedAt()) ? tracker.updatedAt() : now;
        return new Tracker(
                tracker.id(),
                tracker.owner(),
                tracker.tombstoneVersion() + 1,
                tracker.definition(),
                tracker.position(),
                tracker.tally(),
                tracker.createdAt(),
                at);
    }
}
