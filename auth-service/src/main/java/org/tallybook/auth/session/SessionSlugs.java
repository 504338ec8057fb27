package org.tallybook.auth.session;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why a sign-in or a session is refused. */
public final class SessionSlugs {

    /** Every failed login, whatever the reason. */
    public static final Slug INVALID_CREDENTIALS = new Slug("invalid-credentials", Kind.UNAUTHENTICATED);

    /** Only told to who knows the password. */
    public static final Slug EMAIL_NOT_VERIFIED = new Slug("email-not-verified", Kind.FORBIDDEN);

    /** Only told to who knows the password. */
    public static final Slug ACCOUNT_LOCKED = new Slug("account-locked", Kind.FORBIDDEN);

    public static final Slug REFRESH_TOKEN_INVALID = new Slug("refresh-token-invalid", Kind.UNAUTHENTICATED);
    public static final Slug SESSION_INVALID = new Slug("session-invalid", Kind.UNAUTHENTICATED);

    /** Cookie mode without the gateway: only the gateway can set our cookie. */
    public static final Slug SESSION_MODE_NOT_ALLOWED = new Slug("session-mode-not-allowed", Kind.INVALID);

    /** Not 401: the caller is signed in and stays so, but must prove once more who they are. */
    public static final Slug PROOF_REQUIRED = new Slug("proof-required", Kind.FORBIDDEN);

    private SessionSlugs() {}
}
