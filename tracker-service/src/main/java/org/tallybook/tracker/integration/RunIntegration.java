package org.tallybook.tracker.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.integration.domain.Integration;
import org.tallybook.tracker.integration.domain.PauseReason;
import org.tallybook.tracker.integration.domain.Play;
import org.tallybook.tracker.integration.domain.SourceFailure;
import org.tallybook.tracker.integration.domain.Standing;

/**
 * One run of one integration: get a token, ask the provider, count. Nothing is stored before the provider's last page is
 * read, and then everything at once; whatever dies in between leaves a lease that runs out, and the next run asks for the
 * same plays again.
 */
@ApplicationScoped
class RunIntegration {

    private static final Logger LOG = Logger.getLogger(RunIntegration.class);

    private final ListeningSources sources;
    private final Accounts accounts;
    private final ReadPlays reading;
    private final CountPlays counting;
    private final SettleRun settling;
    private final DueIntegrations due;
    private final IntegrationConfig config;
    private final Clock clock;

    RunIntegration(
            ListeningSources sources,
            Accounts accounts,
            ReadPlays reading,
            CountPlays counting,
            SettleRun settling,
            DueIntegrations due,
            IntegrationConfig config,
            Clock clock) {
        this.sources = sources;
        this.accounts = accounts;
        this.reading = reading;
        this.counting = counting;
        this.settling = settling;
        this.due = due;
        this.config = config;
        this.clock = clock;
    }

    /** Never fails, unless the database does. */
    Uni<Void> run(Integration integration) {
        return Uni.createFrom()
                .deferred(() -> plays(integration))
                .chain(plays -> counting.count(integration, plays))
                .onFailure()
                .recoverWithUni(failure -> settle(integration, failure));
    }

    private Uni<List<Play>> plays(Integration integration) {
        ListeningSource source = sources.get(integration.kind());
        return plays(integration, source, false)
                .onFailure(RunIntegration::concernsToken)
                .recoverWithUni(refused -> plays(integration, source, true));
    }

    private Uni<List<Play>> plays(Integration integration, ListeningSource source, boolean renew) {
        return accounts.accessToken(integration.owner(), source, renew)
                .chain(token -> reading.read(source, token, integration.askAfter()));
    }

    private static boolean concernsToken(Throwable failure) {
        return failure instanceof SourceFailure known && known.concernsToken();
    }

    private Uni<Void> settle(Integration integration, Throwable failure) {
        if (failure instanceof CountPlays.Superseded) {
            return Uni.createFrom().voidItem();
        }
        Standing next = judge(integration.standing(), failure, clock.instant());
        LOG.infof(
                "integration did not run: kind=%s problem=%s failures=%d %s",
                integration.kind(), next.lastProblem(), next.failures(), failure.getMessage());
        return settling.settle(integration.in(next)).chain(() -> leaveAlone(integration, failure));
    }

    private Standing judge(Standing standing, Throwable failure, Instant now) {
        if (failure instanceof SourceFailure known) {
            return judge(standing, known, now);
        }
        if (failure instanceof Rejected refusal) {
            return judge(standing, refusal, now);
        }
        LOG.error("integration failed", failure);
        return standing.failed("internal-error", now);
    }

    private Standing judge(Standing standing, SourceFailure failure, Instant now) {
        String problem = failure.reason().problem();
        return switch (failure.reason()) {
            case TOKEN_REFUSED -> standing.paused(PauseReason.LINK_REVOKED, problem, now, config.every());
            case FORBIDDEN -> standing.paused(PauseReason.SCOPE_MISSING, problem, now, config.every());
            case BUSY -> standing.postponed(problem, failure.retryAfter(), now);
            case UNAVAILABLE, WRONG -> standing.failed(problem, now);
        };
    }

    private Standing judge(Standing standing, Rejected refusal, Instant now) {
        String problem = refusal.slug().value();
        Optional<Duration> wait = refusal.retryAfter();
        return IntegrationSlugs.reasonOf(refusal.slug())
                .map(reason -> standing.paused(reason, problem, now, config.every()))
                .or(() -> wait.map(told -> standing.postponed(problem, told, now)))
                .orElseGet(() -> standing.failed(problem, now));
    }

    private Uni<Void> leaveAlone(Integration integration, Throwable failure) {
        return failure instanceof SourceFailure known && known.reason() == SourceFailure.Reason.BUSY
                ? due.leaveAlone(integration.kind(), clock.instant().plus(known.retryAfter()))
                : Uni.createFrom().voidItem();
    }
}
