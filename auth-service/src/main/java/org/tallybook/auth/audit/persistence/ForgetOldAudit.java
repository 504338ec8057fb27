package org.tallybook.auth.audit.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tallybook.auth.audit.AuditConfig;

/** Forgets events, and before them where they came from, as the operator's retention says. Harmless on many replicas. */
@ApplicationScoped
class ForgetOldAudit {

    private static final String EVENTS = "DELETE FROM audit_event WHERE at < $1";
    private static final String CLIENTS = """
            UPDATE audit_event SET client_address = NULL, user_agent = ''
            WHERE at < $1 AND client_address IS NOT NULL
            """;

    private final Pool pool;
    private final AuditConfig config;
    private final Clock clock;

    ForgetOldAudit(Pool pool, AuditConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> run() {
        return forget(EVENTS, config.keep()).chain(() -> forget(CLIENTS, config.keepClients()));
    }

    private Uni<Void> forget(String statement, Duration age) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(OffsetDateTime.ofInstant(clock.instant().minus(age), ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
