package org.tallybook.tracker.emotion.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An emotion of a user's own at one version.
 *
 * @param version 1 at creation, one more at each change
 */
public record OwnEmotion(
        EmotionId id, UUID owner, long version, EmotionName name, Instant createdAt, Instant updatedAt) {

    /** Enough for every feeling there is, and few enough to be shown on one page. */
    public static final int MOST = 100;

    public static OwnEmotion create(EmotionId id, UUID owner, EmotionName name, Instant now) {
        return new OwnEmotion(id, owner, 1, name, now, now);
    }

    /**
     * This emotion under another name; itself when nothing is different, so that repeating a change is not one.
     *
     * @param now never before the last change, even if the clock was set back
     */
    public OwnEmotion rename(EmotionName other, Instant now) {
        return other.equals(name)
                ? this
                : new OwnEmotion(id, owner, version + 1, other, createdAt, now.isBefore(updatedAt) ? updatedAt : now);
    }

    /** The version of its deletion: one more than its last. */
    public long tombstoneVersion() {
        return version + 1;
    }
}
