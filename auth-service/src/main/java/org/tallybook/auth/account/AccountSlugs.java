package org.tallybook.auth.account;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why something about an account is refused. */
public final class AccountSlugs {

    /** Used, expired, superseded or never made: the same answer for all. */
    public static final Slug LINK_INVALID = new Slug("link-invalid", Kind.INVALID);

    /** Not 401: the caller is signed in and stays so. */
    public static final Slug PASSWORD_WRONG = new Slug("password-wrong", Kind.FORBIDDEN);

    public static final Slug REGISTRATION_CLOSED = new Slug("registration-closed", Kind.FORBIDDEN);

    /** None, unknown, expired, used or made for somebody else: the same answer for all. */
    public static final Slug INVITATION_INVALID = new Slug("invitation-invalid", Kind.FORBIDDEN);

    private AccountSlugs() {}
}
