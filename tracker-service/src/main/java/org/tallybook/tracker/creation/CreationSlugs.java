package org.tallybook.tracker.creation;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Refusals of a create under a chosen id. */
public final class CreationSlugs {

    /** The id belongs to something else, to somebody else, or to something deleted; which of them is not told. */
    public static final Slug ID_TAKEN = new Slug("id-taken", Kind.CONFLICT);

    private CreationSlugs() {}
}
