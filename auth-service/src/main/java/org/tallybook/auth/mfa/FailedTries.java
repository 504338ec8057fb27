package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** Counts wrong second factors of a user. Who gives one knows the password, so the owner should know of it. */
@ApplicationScoped
class FailedTries {

    private final FailedCodes failures;
    private final FactorNotices notices;
    private final Audit audit;
    private final MfaConfig config;
    private final Clock clock;

    FailedTries(FailedCodes failures, FactorNotices notices, Audit audit, MfaConfig config, Clock clock) {
        this.failures = failures;
        this.notices = notices;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with {@link Rejected} {@code too-many-requests} and the time until the next try counts. */
    Uni<Void> requireFew(UserId user) {
        Instant now = clock.instant();
        return failures.since(user, now.minus(config.window()))
                .invoke(times -> requireFew(times, now))
                .replaceWithVoid();
    }

    private void requireFew(List<Instant> times, Instant now) {
        int tooMany = times.size() - config.failuresAUser();
        if (tooMany >= 0) {
            Duration wait = Duration.between(now, times.get(tooMany).plus(config.window()));
            throw Rejected.because(KitSlugs.TOO_MANY_REQUESTS).retryAfter(wait);
        }
    }

    /** @param last whether it has ended a sign-in, which is told by mail */
    Uni<Void> note(Identity owner, boolean last, Client client) {
        return failures.add(owner.id(), clock.instant())
                .chain(() -> last
                        ? notices.tell(owner, AuditAction.MFA_FAILED, MailKind.MFA_FAILED, client, null)
                        : audit.note(owner.id(), AuditAction.MFA_FAILED, client, null));
    }
}
