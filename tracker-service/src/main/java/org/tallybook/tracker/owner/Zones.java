package org.tallybook.tracker.owner;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Where each user lives, for what happens without a request that would say it. */
@ApplicationScoped
public class Zones {

    private static final String FIND = "SELECT time_zone FROM user_setting WHERE user_id = :owner";

    /** The zone of the profile, a region; empty until auth-service has told it. */
    public Uni<Optional<ZoneId>> of(UUID owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, String.class)
                        .setParameter("owner", owner)
                        .getSingleResultOrNull())
                .map(zone -> Optional.ofNullable(zone).map(ZoneId::of));
    }
}
