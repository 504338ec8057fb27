package org.tallybook.auth.identity;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why an identity is refused. */
public final class IdentitySlugs {

    public static final Slug USERNAME_TAKEN = new Slug("username-taken", Kind.CONFLICT);

    private IdentitySlugs() {}
}
