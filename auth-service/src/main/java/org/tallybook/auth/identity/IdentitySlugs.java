package org.tallybook.auth.identity;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why an identity is refused. */
public final class IdentitySlugs {

    public static final Slug USERNAME_TAKEN = new Slug("username-taken", Kind.CONFLICT);

    /** Somebody must be left in charge. */
    public static final Slug LAST_ADMINISTRATOR = new Slug("last-administrator", Kind.CONFLICT);

    private IdentitySlugs() {}
}
