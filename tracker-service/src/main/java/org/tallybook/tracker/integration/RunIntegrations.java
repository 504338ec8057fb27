package org.tallybook.tracker.integration;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.tallybook.tracker.integration.domain.Integration;

/** The tick: runs what is due, one after the other. Any number of replicas share the work. */
@ApplicationScoped
class RunIntegrations {

    private final DueIntegrations due;
    private final RunIntegration running;
    private final IntegrationConfig config;
    private final Clock clock;

    RunIntegrations(DueIntegrations due, RunIntegration running, IntegrationConfig config, Clock clock) {
        this.due = due;
        this.running = running;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${tallybook.integration.tick}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(Optional::isPresent)
                .select()
                .first(config.batch())
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Optional<Integration>> next() {
        return due.claim(clock.instant(), config.lease())
                .call(found ->
                        found.map(running::run).orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
