package org.tallybook.tracker.owner.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.inbox.EventConsumer;
import org.tallybook.kit.inbox.RejectedEvent;
import org.tallybook.tracker.erasure.EraseUser;

/**
 * Keeps what auth-service tells of users: day start and zone, guarded by the version of the profile, and the deletion.
 * Reads the fields it needs and ignores the rest.
 */
@ApplicationScoped
class UserEvents implements EventConsumer {

    private static final String PROFILE_CHANGED = "user.profile-changed.v1";
    private static final String DELETED = "user.deleted.v1";
    private static final Set<String> TYPES = Set.of(PROFILE_CHANGED, DELETED);
    private static final String KEEP = """
            INSERT INTO user_setting (user_id, version, day_start, time_zone)
            SELECT $1::uuid, $2::bigint, $3::time, $4::text
            WHERE NOT EXISTS (SELECT FROM erased_user WHERE digest = sha256(uuid_send($1::uuid)))
            ON CONFLICT (user_id) DO UPDATE
            SET version = excluded.version, day_start = excluded.day_start, time_zone = excluded.time_zone
            WHERE excluded.version > user_setting.version
            """;

    private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();

    private final EraseUser eraseUser;

    UserEvents(EraseUser eraseUser) {
        this.eraseUser = eraseUser;
    }

    @Override
    public String queuePrefix() {
        return "tracker";
    }

    @Override
    public Set<String> patterns() {
        return TYPES;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, List<Event> batch) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Event event : batch) {
            done = done.chain(() -> apply(transaction, event));
        }
        return done;
    }

    private Uni<Void> apply(SqlConnection transaction, Event event) {
        return event.type().equals(DELETED) ? eraseUser.erase(transaction, event.userId()) : keep(transaction, event);
    }

    private static Uni<Void> keep(SqlConnection transaction, Event event) {
        Tuple row = Tuple.of(event.userId(), version(event), dayStart(event), timeZone(event));
        return transaction.preparedQuery(KEEP).execute(row).replaceWithVoid();
    }

    private static long version(Event event) {
        long version = event.data().path("version").asLong();
        if (version < 1) {
            throw new RejectedEvent(event, "data.version is missing");
        }
        return version;
    }

    private static LocalTime dayStart(Event event) {
        try {
            return LocalTime.parse(event.data().path("dayStart").asText());
        } catch (DateTimeException malformed) {
            throw new RejectedEvent(event, "data.dayStart is not a local time");
        }
    }

    /** A zone that this JVM does not know is as good as none; the day start must not be lost for it. */
    private static @Nullable String timeZone(Event event) {
        String zone = event.data().path("timeZone").asText();
        return REGIONS.contains(zone) ? zone : null;
    }
}
