package org.tallybook.auth.admin;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why something that an administrator wants is refused. */
public final class AdminSlugs {

    /** Whoever locks themself out cannot undo it. */
    public static final Slug OWN_ACCOUNT = new Slug("own-account", Kind.CONFLICT);

    private AdminSlugs() {}
}
