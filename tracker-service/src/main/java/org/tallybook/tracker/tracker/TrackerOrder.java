package org.tallybook.tracker.tracker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.tracker.tracker.domain.Tracker;

/** How a list of trackers is sorted. */
public enum TrackerOrder {
    /** The last changed first, then by id descending. */
    LAST_CHANGED,
    /** The user's own order, then by id. */
    POSITION;

    /** By the name of the {@code sort} parameter; notes the fault of another. */
    public static TrackerOrder named(@Nullable String sort, FieldErrors errors) {
        boolean position = "position".equals(sort);
        errors.addIf(sort != null && !position && !"-updatedAt".equals(sort), "sort", FieldCode.INVALID_VALUE);
        return position ? POSITION : LAST_CHANGED;
    }

    /** Where a tracker stands. A place in the user's order is kept as so many seconds: a cursor's key is an instant. */
    public Cursor keyOf(Tracker tracker) {
        Instant key = this == POSITION ? Instant.ofEpochSecond(tracker.position()) : tracker.updatedAt();
        return new Cursor(key, tracker.id().value());
    }
}
