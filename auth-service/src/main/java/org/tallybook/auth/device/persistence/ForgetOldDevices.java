package org.tallybook.auth.device.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tallybook.auth.device.DeviceConfig;

/** Forgets devices that were not seen for long. Harmless on many replicas. */
@ApplicationScoped
class ForgetOldDevices {

    private final Pool pool;
    private final DeviceConfig config;
    private final Clock clock;

    ForgetOldDevices(Pool pool, DeviceConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> run() {
        OffsetDateTime oldest = OffsetDateTime.ofInstant(clock.instant().minus(config.keep()), ZoneOffset.UTC);
        return pool.preparedQuery("DELETE FROM known_device WHERE last_seen_at < $1")
                .execute(Tuple.of(oldest))
                .replaceWithVoid();
    }
}
