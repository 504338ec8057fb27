package org.tallybook.auth.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.SessionId;
import org.tallybook.kit.token.Revocations;

/**
 * Tells Redis, and so every service, which sessions are over: at once after the commit, and again every few seconds
 * while a token may be alive, in case Redis was away or has forgotten. While Redis is away nobody is let in at all, so
 * a revocation that has to wait opens no door.
 */
@ApplicationScoped
public class TellRevocations {

    private static final Logger LOG = Logger.getLogger(TellRevocations.class);

    /** Life of an access token and the clock skew that verifiers allow. */
    private static final Duration RELEVANT = Duration.ofSeconds(310);

    private final PendingRevocations pending;
    private final Revocations revocations;
    private final Clock clock;

    TellRevocations(PendingRevocations pending, Revocations revocations, Clock clock) {
        this.pending = pending;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** After a commit; a failure is left to the repetition. */
    public Uni<Void> sessions(List<SessionId> ended) {
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUniAndConcatenate(session -> revocations.revokeSession(session.value()))
                .collect()
                .last()
                .onFailure()
                .recoverWithItem(TellRevocations::postponed);
    }

    /**
     * After a commit that shut a user out: every access token dies, also those of personal access tokens. A failure is
     * left to the repetition.
     */
    public Uni<Void> user(UserId user) {
        return revocations
                .revokeUser(user.value(), clock.instant())
                .onFailure()
                .recoverWithItem(TellRevocations::postponed);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> repeat() {
        Instant relevant = clock.instant().minus(RELEVANT);
        return pending.since(relevant)
                .call(this::tell)
                .chain(() -> pending.forgetUntil(relevant))
                .onFailure()
                .recoverWithItem(TellRevocations::postponed);
    }

    private Uni<Void> tell(List<PendingRevocations.Revoked> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::tell)
                .collect()
                .last();
    }

    private Uni<Void> tell(PendingRevocations.Revoked one) {
        return one.wholeUser()
                ? revocations.revokeUser(one.subject(), one.at())
                : revocations.revokeSession(one.subject());
    }

    private static Void postponed(Throwable failure) {
        LOG.warnf("revocations will be told again: reason=%s", failure.getMessage());
        return null;
    }
}
