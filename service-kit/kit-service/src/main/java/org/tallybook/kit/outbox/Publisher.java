package org.tallybook.kit.outbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.amqp.Broker;
import org.tallybook.kit.amqp.Topology;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.event.EventsConfig;
import org.tallybook.kit.event.Partition;

/**
 * Publishes batches of events, each persistent and {@code mandatory}, and returns only when the broker has confirmed
 * every one. A return, a nack, a timeout or a closed channel fails the whole batch and throws the connection away, so
 * a confirm can never be counted for another batch. Used by one thread.
 */
final class Publisher {

    private static final AMQP.BasicProperties PERSISTENT = new AMQP.BasicProperties.Builder()
            .contentType(Event.MEDIA_TYPE)
            .contentEncoding("UTF-8")
            .deliveryMode(2)
            .build();

    private final Broker broker;
    private final EventCodec codec;
    private final EventsConfig config;
    private final AtomicReference<@Nullable String> returned = new AtomicReference<>();

    private volatile boolean blocked;
    private @Nullable Connection connection;
    private @Nullable Channel channel;

    Publisher(Broker broker, EventCodec codec, EventsConfig config) {
        this.broker = broker;
        this.codec = codec;
        this.config = config;
    }

    /** Whether the broker asked us to stop for want of memory or disk; a transaction opened now would only wait. */
    boolean isBlocked() {
        return blocked;
    }

    /** @throws IOException if any event of the batch may not have been stored by the broker */
    void publish(List<Event> batch) throws IOException, InterruptedException {
        try {
            Channel open = channel();
            returned.set(null);
            for (Event event : batch) {
                String key = Partition.of(event.userId(), config.partitions()).routingKey(event.type());
                open.basicPublish(config.exchange(), key, true, properties(event), codec.encode(event));
            }
            awaitConfirms(open, config.relay().confirmTimeout());
        } catch (IOException | RuntimeException | InterruptedException failure) {
            close();
            throw failure;
        }
    }

    /** RabbitMQ sends a return before its confirm, on the same thread: after the confirms every return is known. */
    private void awaitConfirms(Channel open, Duration timeout) throws IOException, InterruptedException {
        try {
            boolean allAcked = open.waitForConfirms(timeout.toMillis());
            String unroutable = returned.get();
            if (unroutable != null) {
                throw new IOException("no queue is bound for " + unroutable);
            }
            if (!allAcked) {
                throw new IOException("the broker refused an event");
            }
        } catch (TimeoutException late) {
            throw new IOException("the broker did not confirm within " + timeout.toSeconds() + " s", late);
        }
    }

    void close() {
        Connection broken = connection;
        connection = null;
        channel = null;
        blocked = false;
        if (broken != null) {
            broker.discard(broken);
        }
    }

    private Channel channel() throws IOException {
        Channel current = channel;
        if (current != null && current.isOpen()) {
            return current;
        }
        close();
        Connection fresh = broker.connect("relay");
        connection = fresh;
        fresh.addBlockedListener(new Blocking());
        Channel opened = fresh.createChannel();
        if (opened == null) {
            throw new IOException("the broker allows no further channel");
        }
        declareAudience(opened);
        opened.addReturnListener(message -> returned.set(message.getRoutingKey()));
        opened.confirmSelect();
        channel = opened;
        return opened;
    }

    /**
     * {@code mandatory} only says that some queue took an event. Were one consumer's queues there and another's not yet,
     * as when a system starts for the first time, the late one would miss what is published until then.
     */
    private void declareAudience(Channel opened) throws IOException {
        Topology.declareExchange(opened, config.exchange());
        for (Map.Entry<String, Set<String>> consumer : config.relay().audience().entrySet()) {
            for (int number = 0; number < config.partitions(); number++) {
                Topology.declareQueue(
                        opened, config.exchange(), consumer.getKey(), new Partition(number), consumer.getValue());
            }
        }
    }

    private static AMQP.BasicProperties properties(Event event) {
        return PERSISTENT
                .builder()
                .messageId(event.id().toString())
                .type(event.type())
                .timestamp(java.util.Date.from(event.time()))
                .build();
    }

    private final class Blocking implements BlockedListener {
        @Override
        public void handleBlocked(String reason) {
            blocked = true;
        }

        @Override
        public void handleUnblocked() {
            blocked = false;
        }
    }
}
