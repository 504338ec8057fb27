package org.tallybook.tracker.tracker;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Refusals of the tracker feature. */
public final class TrackerSlugs {

    public static final Slug TRACKER_NAME_TAKEN = new Slug("tracker-name-taken", Kind.CONFLICT);

    private TrackerSlugs() {}
}
