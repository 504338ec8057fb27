package org.tallybook.auth.session;

import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.kit.problem.Rejected;

/**
 * Who somebody claims to be, if there is such a user.
 *
 * @param knownDevice whether that user has signed in from such a device before
 */
record Candidate(@Nullable Identity identity, @Nullable PasswordHash hash, boolean knownDevice) {

    static final Candidate NOBODY = new Candidate(null, null, false);

    /** The user; only after {@link #judge}. */
    Identity requireIdentity() {
        if (identity == null) {
            throw Rejected.because(SessionSlugs.INVALID_CREDENTIALS);
        }
        return identity;
    }

    /** @throws Rejected unless the password was right and the account may be used */
    void judge(boolean passwordIsRight) {
        if (identity == null || !passwordIsRight) {
            throw Rejected.because(SessionSlugs.INVALID_CREDENTIALS);
        }
        if (identity.isLocked()) {
            throw Rejected.because(SessionSlugs.ACCOUNT_LOCKED);
        }
        if (!identity.isVerified()) {
            throw Rejected.because(SessionSlugs.EMAIL_NOT_VERIFIED);
        }
    }
}
