package org.tallybook.auth.mfa.domain;

import java.time.Instant;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.SignInMethod;

/**
 * A sign-in that waits for its second factor.
 *
 * @param first what was proved already
 * @param how the session will be opened as it was asked for first
 * @param failures how many wrong answers it has had
 */
public record LoginChallenge(UserId user, SignInMethod first, Opening how, int failures, Instant expiresAt) {

    public boolean isOpen(Instant now, int mostFailures) {
        return failures < mostFailures && now.isBefore(expiresAt);
    }

    /** Whether one more wrong answer is the last. */
    public boolean isOnLastTry(int mostFailures) {
        return failures + 1 >= mostFailures;
    }
}
