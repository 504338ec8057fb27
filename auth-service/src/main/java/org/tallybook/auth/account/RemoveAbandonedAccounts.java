package org.tallybook.auth.account;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tallybook.auth.identity.domain.UserId;

/**
 * Removes accounts that were registered and never verified, so that an address and a name are not taken for good by
 * whoever typed them. Every service hears of it, as of any deletion. On many replicas the one that comes second to an
 * account finds nothing left to do.
 */
@ApplicationScoped
class RemoveAbandonedAccounts {

    /** More are for the next round. */
    private static final int AT_ONCE = 500;

    private final AbandonedAccounts abandoned;
    private final EraseIdentity erasing;
    private final RegistrationConfig config;
    private final Clock clock;

    RemoveAbandonedAccounts(
            AbandonedAccounts abandoned, EraseIdentity erasing, RegistrationConfig config, Clock clock) {
        this.abandoned = abandoned;
        this.erasing = erasing;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "12m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        Instant limit = clock.instant().minus(config.keepUnverified());
        return abandoned.before(limit, AT_ONCE).chain(users -> remove(users, limit));
    }

    private Uni<Void> remove(List<UserId> users, Instant limit) {
        return Multi.createFrom()
                .iterable(users)
                .onItem()
                .transformToUniAndConcatenate(user -> erasing.eraseAbandoned(user, limit))
                .onItem()
                .ignoreAsUni();
    }
}
