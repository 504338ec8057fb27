package org.tallybook.tracker.owner;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.UUID;
import org.tallybook.tracker.owner.domain.DayStart;

/** When each user's day begins. */
@ApplicationScoped
public class DayStarts {

    private static final String FIND = "SELECT day_start FROM user_setting WHERE user_id = :owner";

    /** The user's own day start; midnight until auth-service has told another. */
    public Uni<DayStart> of(UUID owner) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, LocalTime.class)
                        .setParameter("owner", owner)
                        .getSingleResultOrNull())
                .map(time -> time == null ? DayStart.MIDNIGHT : new DayStart(time));
    }
}
