package org.tallybook.kit.amqp;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.tallybook.kit.event.Partition;

/** The exchange and the queues, declared the same way from both sides; declaring what exists changes nothing. */
public final class Topology {

    /** Arguments that can never change once a queue exists; everything else about queues is policy. */
    private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum");

    private Topology() {}

    public static void declareExchange(Channel channel, String exchange) throws IOException {
        channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
    }

    /**
     * Declares a consumer's queue for one partition and binds it.
     *
     * @param consumer prefix of the queue's name
     * @param patterns routing patterns behind the partition, {@code #} for everything
     * @return the name of the queue
     * @throws IOException if the broker refuses, for instance because the queue exists with other arguments
     */
    public static String declareQueue(
            Channel channel, String exchange, String consumer, Partition partition, Set<String> patterns)
            throws IOException {
        String queue = queue(consumer, partition);
        channel.queueDeclare(queue, true, false, false, QUORUM);
        for (String pattern : patterns) {
            channel.queueBind(queue, exchange, partition.label() + "." + pattern);
        }
        return queue;
    }

    /** {@code report.p03}. */
    public static String queue(String consumer, Partition partition) {
        return consumer + "." + partition.label();
    }
}
