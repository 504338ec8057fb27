package org.tallybook.auth.passkey;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why a passkey is refused. */
public final class PasskeySlugs {

    /** Every failed sign-in by passkey, whatever the reason. */
    public static final Slug PASSKEY_INVALID = new Slug("passkey-invalid", Kind.UNAUTHENTICATED);

    /** Not 401: the caller is signed in and stays so. */
    public static final Slug PASSKEY_WRONG = new Slug("passkey-wrong", Kind.FORBIDDEN);

    public static final Slug PASSKEY_TAKEN = new Slug("passkey-taken", Kind.CONFLICT);

    public static final Slug TOO_MANY_PASSKEYS = new Slug("too-many-passkeys", Kind.CONFLICT);

    private PasskeySlugs() {}
}
