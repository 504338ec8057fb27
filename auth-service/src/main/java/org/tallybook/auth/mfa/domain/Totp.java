package org.tallybook.auth.mfa.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's authenticator app.
 *
 * <pre>
 * started ──first code──▶ on ──removed──▶ (gone)
 *         ──started again──▶ started
 * </pre>
 *
 * @param confirmedAt when the user showed its first code; null while it is only started and protects nothing
 * @param lastStep the newest step whose code was used; codes of it and of earlier ones are spent
 */
public record Totp(
        TotpSecret secret, Instant startedAt, @Nullable Instant confirmedAt, TotpStep lastStep) {

    public boolean isOn() {
        return confirmedAt != null;
    }

    /** @param patience how long a started one waits for its first code */
    public boolean isWaiting(Instant now, Duration patience) {
        return !isOn() && now.isBefore(startedAt.plus(patience));
    }
}
