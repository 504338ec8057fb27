package org.tallybook.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.tallybook.kit.amqp.Backoff;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.id.Ids;

/**
 * Applies a batch of messages until it is applied. A passing fault (the database is away) is retried in memory, without
 * a nack, for as long as it lasts. A lasting one is narrowed down to single messages, and the message that keeps
 * failing is parked with its reason, so that one poisoned event never stops the others and nothing is dropped.
 */
final class Batch {

    private static final Logger LOG = Logger.getLogger(Batch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;
    private static final String PARK = """
            INSERT INTO parked_message (id, queue, routing_key, reason, body, parked_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """;

    private final Pool pool;
    private final EventConsumer consumer;
    private final String queue;
    private final Ids ids;
    private final Clock clock;

    Batch(Pool pool, EventConsumer consumer, String queue, Ids ids, Clock clock) {
        this.pool = pool;
        this.consumer = consumer;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns when every message is either applied or parked, and committed.
     *
     * @return how many were parked
     * @throws InterruptedException when the service stops; nothing may be acknowledged then
     */
    int settle(List<Message> messages) throws InterruptedException {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
        List<Message> current = messages;
        int attempts = 0;
        while (true) {
            try {
                commit(current);
                return Math.toIntExact(
                        current.stream().filter(Message::isParked).count());
            } catch (RejectedEvent verdict) {
                current = park(current, verdict);
            } catch (RuntimeException failure) {
                if (!isPassing(failure) && ++attempts >= ATTEMPTS) {
                    return narrow(current, failure);
                }
                LOG.warnf("batch not applied, trying again: queue=%s reason=%s", queue, failure.getMessage());
                Thread.sleep(backoff.next().toMillis());
            }
        }
    }

    private int narrow(List<Message> messages, RuntimeException failure) throws InterruptedException {
        if (messages.size() == 1) {
            LOG.errorf(failure, "event parked: queue=%s", queue);
            return settle(List.of(messages.get(0).parkedBecause("cannot be applied: " + failure.getMessage())));
        }
        int parked = 0;
        for (Message message : messages) {
            parked += settle(List.of(message));
        }
        return parked;
    }

    private static List<Message> park(List<Message> messages, RejectedEvent verdict) {
        return messages.stream()
                .map(message -> Objects.equals(message.event(), verdict.event()) && !message.isParked()
                        ? message.parkedBecause(Objects.requireNonNullElse(verdict.getMessage(), "rejected"))
                        : message)
                .toList();
    }

    private void commit(List<Message> messages) {
        pool.withTransaction(connection -> apply(connection, messages)).await().atMost(PATIENCE);
    }

    private Uni<Void> apply(SqlConnection connection, List<Message> messages) {
        List<Tuple> parked =
                messages.stream().filter(Message::isParked).map(this::row).toList();
        List<Event> events = messages.stream()
                .filter(message -> !message.isParked())
                .map(Message::event)
                .filter(Objects::nonNull)
                .toList();
        Uni<Void> parking = parked.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(PARK).executeBatch(parked).replaceWithVoid();
        return events.isEmpty() ? parking : parking.chain(() -> consumer.apply(connection, events));
    }

    private Tuple row(Message message) {
        return Tuple.tuple()
                .addUUID(ids.next())
                .addString(queue)
                .addString(storable(message.routingKey()))
                .addString(storable(Objects.requireNonNullElse(message.reason(), "unknown")))
                .addBuffer(io.vertx.mutiny.core.buffer.Buffer.buffer(message.body()))
                .addOffsetDateTime(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** PostgreSQL's text holds no NUL; a message that quotes one must still be parked, or it would stop its queue. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** SQLSTATE classes 08, 40, 53, 57 and 58 are about the server, not about our statement; so is a lost socket. */
    private static boolean isPassing(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException sql) {
                return sql.getSqlState().matches("(08|40|53|57|58).*");
            }
            if (cause instanceof java.io.IOException || cause instanceof java.util.concurrent.TimeoutException) {
                return true;
            }
        }
        return failure instanceof io.smallrye.mutiny.TimeoutException
                || String.valueOf(failure.getMessage()).contains("closed");
    }
}
