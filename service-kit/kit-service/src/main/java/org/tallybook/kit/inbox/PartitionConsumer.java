package org.tallybook.kit.inbox;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.amqp.Topology;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.event.EventsConfig;
import org.tallybook.kit.event.Partition;
import org.tallybook.kit.event.UnreadableEvent;

/**
 * One queue, one channel, one thread: gathers what has arrived, settles it, acknowledges it. It lives as long as its
 * channel; what was delivered but not acknowledged when the channel ends is delivered again on the next.
 */
final class PartitionConsumer {

    private final EventConsumer consumer;
    private final EventsConfig config;
    private final EventCodec codec;
    private final Batch batch;
    private final Channel channel;
    private final String queue;
    private final BlockingQueue<Message> arrived = new LinkedBlockingQueue<>();

    private volatile boolean ended;

    PartitionConsumer(
            EventConsumer consumer, EventsConfig config, EventCodec codec, Batch batch, Channel channel, String queue) {
        this.consumer = consumer;
        this.config = config;
        this.codec = codec;
        this.batch = batch;
        this.channel = channel;
        this.queue = queue;
    }

    /** Declares and binds the queue and starts the flow of deliveries. */
    void subscribe(Partition partition) throws IOException {
        Topology.declareExchange(channel, config.exchange());
        Topology.declareQueue(channel, config.exchange(), consumer.queuePrefix(), partition, consumer.patterns());
        channel.basicQos(config.consumer().prefetch());
        channel.basicConsume(queue, false, new Arrivals());
    }

    boolean isAlive() {
        return !ended && channel.isOpen();
    }

    /** Marks this consumer as done for, so that its supervisor starts over. */
    void end() {
        ended = true;
    }

    /**
     * Settles the next batch, waiting a moment for one.
     *
     * @return how many messages were parked
     */
    int settleNext() throws InterruptedException, IOException {
        Message first = arrived.poll(500, TimeUnit.MILLISECONDS);
        if (first == null) {
            return 0;
        }
        List<Message> messages = new ArrayList<>();
        messages.add(first);
        arrived.drainTo(messages, config.consumer().batch() - 1);
        int parked = batch.settle(messages);
        channel.basicAck(messages.get(messages.size() - 1).tag(), true);
        return parked;
    }

    private Message decode(long tag, String routingKey, byte[] body) {
        Event event = null;
        String reason = null;
        try {
            event = codec.decode(body);
            reason = consumer.types().contains(event.type()) ? null : "unknown type " + event.type();
        } catch (UnreadableEvent unreadable) {
            reason = unreadable.getMessage();
        }
        return new Message(tag, routingKey, body, event, reason);
    }

    private final class Arrivals extends DefaultConsumer {

        Arrivals() {
            super(channel);
        }

        @Override
        public void handleDelivery(
                String consumerTag, Envelope envelope, AMQP.BasicProperties properties, byte @Nullable [] body) {
            byte[] bytes = body == null ? new byte[0] : body;
            arrived.add(decode(envelope.getDeliveryTag(), envelope.getRoutingKey(), bytes));
        }

        /** The queue was deleted or moved; nobody closes the channel for that. */
        @Override
        public void handleCancel(String consumerTag) {
            ended = true;
        }

        @Override
        public void handleShutdownSignal(String consumerTag, ShutdownSignalException signal) {
            ended = true;
        }
    }
}
