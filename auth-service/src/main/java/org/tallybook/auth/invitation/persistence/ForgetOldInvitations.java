package org.tallybook.auth.invitation.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tallybook.auth.invitation.InvitationConfig;

/** Forgets invitations, and the addresses in them, some time after they expired. Harmless on many replicas. */
@ApplicationScoped
class ForgetOldInvitations {

    private final Pool pool;
    private final InvitationConfig config;
    private final Clock clock;

    ForgetOldInvitations(Pool pool, InvitationConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "12m")
    Uni<Void> run() {
        var until = OffsetDateTime.ofInstant(clock.instant().minus(config.keepExpired()), ZoneOffset.UTC);
        return pool.preparedQuery("DELETE FROM invitation WHERE expires_at < $1")
                .execute(Tuple.of(until))
                .replaceWithVoid();
    }
}
