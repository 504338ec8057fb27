package org.tallybook.tracker.tracker;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.tallybook.tracker.tracker.domain.Tracker;

/** What hangs on a tracker and goes with it; implemented by the feature that owns it. */
public interface TrackerContents {

    /** Removes everything and tells the other services of each removal, in the caller's transaction. */
    Uni<Void> removeAllOf(Tracker tracker, Instant now);

    /** Puts back what went with a tracker and tells the other services of each, in the caller's transaction. */
    Uni<Void> restoreAllOf(Tracker tracker, Instant now);
}
