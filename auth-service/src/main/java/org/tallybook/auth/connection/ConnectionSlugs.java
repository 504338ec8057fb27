package org.tallybook.auth.connection;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why something about an account elsewhere is refused. */
public final class ConnectionSlugs {

    /** The user said no there, or the provider did. */
    public static final Slug PROVIDER_REFUSED = new Slug("provider-refused", Kind.UNAUTHENTICATED);

    /** Used, expired, of another browser or never begun: the same answer for all. */
    public static final Slug SIGN_IN_INVALID = new Slug("provider-sign-in-invalid", Kind.INVALID);

    public static final Slug PROVIDER_FAILED = new Slug("provider-failed", Kind.BAD_GATEWAY);
    public static final Slug PROVIDER_UNAVAILABLE = new Slug("provider-unavailable", Kind.UNAVAILABLE);

    /** The account there belongs to another of our users. Never a silent takeover. */
    public static final Slug CONNECTION_TAKEN = new Slug("connection-taken", Kind.CONFLICT);

    /** The user has linked another account of that provider. */
    public static final Slug CONNECTION_EXISTS = new Slug("connection-exists", Kind.CONFLICT);

    /** Told to who owns the address, as the provider has verified. */
    public static final Slug EMAIL_HAS_ACCOUNT = new Slug("email-has-account", Kind.CONFLICT);

    public static final Slug PROVIDER_EMAIL_MISSING = new Slug("provider-email-missing", Kind.FORBIDDEN);
    /** Told to other parts of Tallybook that want to act for the user at the provider. */
    public static final Slug CONNECTION_MISSING = new Slug("connection-missing", Kind.CONFLICT);

    public static final Slug CONNECTION_REVOKED = new Slug("connection-revoked", Kind.CONFLICT);

    /** The user, or an operator's setting, has left out what is needed; linking again asks for it. */
    public static final Slug CONNECTION_SCOPE_MISSING = new Slug("connection-scope-missing", Kind.CONFLICT);

    public static final Slug LAST_SIGN_IN = new Slug("last-sign-in", Kind.CONFLICT);

    /** Not 401: the caller is signed in and stays so, but has shown another account than the linked one. */
    public static final Slug PROVIDER_USER_WRONG = new Slug("provider-user-wrong", Kind.FORBIDDEN);

    private ConnectionSlugs() {}
}
