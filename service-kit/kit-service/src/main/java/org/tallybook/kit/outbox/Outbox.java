package org.tallybook.kit.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.event.EventsConfig;
import org.tallybook.kit.event.Partition;
import org.tallybook.kit.id.Ids;
import org.tallybook.kit.trace.Traces;

/**
 * Stores events in the transaction that causes them. Guaranteed: an event exists if and only if its change was
 * committed, and the sequence of a user has no gap. Not guaranteed: that an event is published once (a crash between
 * the broker's confirm and our delete publishes it again) or in order.
 *
 * <p>Call {@link #lock} first in every writing transaction: the user's stream row is the one lock all writers of a user
 * take in the same order, which makes the sequence gapless and deadlocks impossible.
 */
@ApplicationScoped
public class Outbox {

    private static final String LOCK = """
            INSERT INTO user_stream (user_id, last_seq) VALUES (:userId, 0)
            ON CONFLICT (user_id) DO UPDATE SET last_seq = user_stream.last_seq
            """;
    private static final String APPEND = """
            WITH stream AS (
                UPDATE user_stream SET last_seq = last_seq + 1 WHERE user_id = :userId RETURNING last_seq)
            INSERT INTO outbox (event_id, bucket, user_id, seq, type, subject, occurred_at, traceparent, data)
            SELECT cast(:eventId AS uuid), cast(:bucket AS integer), cast(:userId AS uuid), last_seq,
                cast(:type AS text), cast(:subject AS uuid), cast(:occurredAt AS timestamptz),
                cast(:traceparent AS text), cast(:data AS text)
            FROM stream
            """;

    private static final String APPEND_ALL = """
            WITH stream AS (
                UPDATE user_stream SET last_seq = last_seq + cast(:count AS integer)
                WHERE user_id = :userId RETURNING last_seq)
            INSERT INTO outbox (event_id, bucket, user_id, seq, type, subject, occurred_at, traceparent, data)
            SELECT event.id, cast(:bucket AS integer), cast(:userId AS uuid),
                last_seq - cast(:count AS integer) + event.number,
                event.type, event.subject, cast(:occurredAt AS timestamptz),
                cast(:traceparent AS text), event.data
            FROM stream, jsonb_to_recordset(cast(cast(:events AS text) AS jsonb))
                AS event(number integer, id uuid, type text, subject uuid, data text)
            ORDER BY event.number
            """;

    private final EventCodec codec;
    private final EventsConfig config;
    private final Ids ids;
    private final Clock clock;

    Outbox(EventCodec codec, EventsConfig config, Ids ids, Clock clock) {
        this.codec = codec;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes the user's stream row until the end of the transaction, creating it for a user who has none. */
    public Uni<Void> lock(UUID userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK)
                        .setParameter("userId", userId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Appends an event to the current transaction.
     *
     * @param userId whose data it is; {@link #lock} must have been called for it
     * @param type such as {@code log.recorded.v1}
     * @param subject id of the entity
     * @param data the entity's whole relevant state with its version
     */
    public Uni<Void> append(UUID userId, String type, UUID subject, Object data) {
        return append(ids.next(), userId, type, subject, data);
    }

    /**
     * Appends a countable happening, which is no state of an entity: the event's own id is that of the happening.
     *
     * @param factId UUIDv7, new for each happening; consumers count it once
     */
    public Uni<Void> appendFact(UUID userId, String type, UUID factId, Object data) {
        return append(factId, userId, type, factId, data);
    }

    /**
     * Appends many events in one statement, numbered in the order of the list. For what touches many entities at once;
     * a few hundred a call keep the statement small.
     */
    public Uni<Void> appendAll(UUID userId, List<Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String events = codec.encodeData(numbered(changes));
        return Panache.getSession()
                .chain(session -> insert(APPEND_ALL, session, userId)
                        .setParameter("count", changes.size())
                        .setParameter("events", events)
                        .executeUpdate())
                .invoke(rows -> requireLocked(rows == changes.size() ? 1 : 0, userId))
                .replaceWithVoid();
    }

    /**
     * Ends the stream of a user who is gone, after the user's last event: nothing that knows the id stays but that event,
     * until it is relayed.
     */
    public Uni<Void> end(UUID userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM user_stream WHERE user_id = :userId")
                        .setParameter("userId", userId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * One of many events.
     *
     * @param type such as {@code log.recorded.v1}
     * @param subject id of the entity
     * @param data the entity's whole relevant state with its version
     */
    public record Change(String type, UUID subject, Object data) {}

    private List<Numbered> numbered(List<Change> changes) {
        var events = new ArrayList<Numbered>(changes.size());
        for (Change change : changes) {
            String data = codec.encodeData(change.data());
            events.add(new Numbered(events.size() + 1, ids.next(), change.type(), change.subject(), data));
        }
        return events;
    }

    private record Numbered(int number, UUID id, String type, UUID subject, String data) {}

    private Uni<Void> append(UUID eventId, UUID userId, String type, UUID subject, Object data) {
        String json = codec.encodeData(data);
        return Panache.getSession()
                .chain(session -> insert(APPEND, session, userId)
                        .setParameter("type", type)
                        .setParameter("subject", subject)
                        .setParameter("eventId", eventId)
                        .setParameter("data", json)
                        .executeUpdate())
                .invoke(rows -> requireLocked(rows, userId))
                .replaceWithVoid();
    }

    private Mutiny.MutationQuery insert(String sql, Mutiny.Session session, UUID userId) {
        return session.createNativeQuery(sql)
                .setParameter(
                        "bucket", Partition.of(userId, config.partitions()).number())
                .setParameter("userId", userId)
                .setParameter("occurredAt", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("traceparent", Traces.currentParent());
    }

    private static void requireLocked(int rows, UUID userId) {
        if (rows != 1) {
            throw new IllegalStateException("the stream of user " + userId + " was not locked before an event");
        }
    }
}
