package org.tallybook.auth.pat;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why something about personal access tokens is refused. */
public final class PersonalTokenSlugs {

    /** Somebody who needs more has lost count of them. */
    public static final Slug TOO_MANY_TOKENS = new Slug("too-many-tokens", Kind.CONFLICT);

    private PersonalTokenSlugs() {}
}
