package org.tallybook.auth.mfa;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Why a second factor is asked for or refused. */
public final class MfaSlugs {

    /** The first proof was right; {@code mfaToken} and one of {@code methods} finish the sign-in. */
    public static final Slug MFA_REQUIRED = new Slug("mfa-required", Kind.UNAUTHENTICATED);

    /** The sign-in has to start again, whatever the reason. */
    public static final Slug MFA_TOKEN_INVALID = new Slug("mfa-token-invalid", Kind.UNAUTHENTICATED);

    /** The sign-in is still open. */
    public static final Slug MFA_FAILED = new Slug("mfa-failed", Kind.UNAUTHENTICATED);

    public static final Slug TOTP_ALREADY_ON = new Slug("totp-already-on", Kind.CONFLICT);

    public static final Slug TOTP_NOT_STARTED = new Slug("totp-not-started", Kind.CONFLICT);

    public static final Slug NO_SECOND_FACTOR = new Slug("no-second-factor", Kind.CONFLICT);

    /** Fewer than fifteen characters are enough only beside a second factor, and this was the last one. */
    public static final Slug PASSWORD_TOO_SHORT = new Slug("password-too-short", Kind.CONFLICT);

    private MfaSlugs() {}
}
