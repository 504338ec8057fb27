package org.tallybook.tracker.tracker.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A tracker at one version.
 *
 * @param owner the user it belongs to
 * @param version 1 at creation, one more at each change of the definition; its logs and its place do not count
 * @param position its place in the user's own order, ascending; not a change of the tracker, so that ordering the list
 *     shuffles no list by last change
 * @param tally of its logs
 */
public record Tracker(
        TrackerId id,
        UUID owner,
        long version,
        TrackerDefinition definition,
        long position,
        LogTally tally,
        Instant createdAt,
        Instant updatedAt) {

    public static Tracker create(TrackerId id, UUID owner, TrackerDefinition definition, long position, Instant now) {
        return new Tracker(id, owner, 1, definition, position, LogTally.NONE, now, now);
    }

    public TrackerType type() {
        return definition.type();
    }

    /**
     * This tracker with another definition; itself when nothing is different, so that repeating a change is not one.
     *
     * @param now never before the last change, even if the clock was set back
     */
    public Tracker changeTo(TrackerDefinition changed, Instant now) {
        if (changed.type() != type()) {
            throw new IllegalArgumentException("the type of a tracker is fixed");
        }
        if (changed.equals(definition)) {
            return this;
        }
        Instant at = now.isBefore(updatedAt) ? updatedAt : now;
        return new Tracker(id, owner, version + 1, changed, position, tally, createdAt, at);
    }

    public Tracker tallied(LogTally tally) {
        return new Tracker(id, owner, version, definition, position, tally, createdAt, updatedAt);
    }

    /** The version of its deletion: one more than its last, so that a consumer never takes a late change for newer. */
    public long tombstoneVersion() {
        return version + 1;
    }
}
