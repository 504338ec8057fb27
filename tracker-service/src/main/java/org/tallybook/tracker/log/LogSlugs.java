package org.tallybook.tracker.log;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Refusals of the log feature. */
public final class LogSlugs {

    /** A log cannot come back before the tracker it belongs to. */
    public static final Slug TRACKER_DELETED = new Slug("tracker-deleted", Kind.CONFLICT);

    private LogSlugs() {}
}
