package org.tallybook.local.teststack;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.tallybook.local.stack.AmqpAccess;
import org.tallybook.local.stack.RedisAccess;
import org.tallybook.local.stack.ServerUrl;
import org.tallybook.local.stack.StackFailure;
import redis.clients.jedis.Jedis;

/** Makes room on servers that are not ours, touching only what carries our names. */
final class RealServers {

    /** Number 0 is left alone: it is what everybody else uses. */
    private static final int LAST_NUMBER = 15;

    private static final int MOST_PARTITIONS = 32;
    private static final List<String> CONSUMERS = List.of("report", "auth", "tracker", "kit-test");
    private static final List<String> EXCHANGES = List.of("tallybook.events", "tallybook.unrouted");

    private RealServers() {}

    /** Flushes the module's own database number and returns the URL that selects it. */
    static ServerUrl emptyRedis(ServerUrl url, String module) {
        int number = 1 + Math.floorMod(module.hashCode(), LAST_NUMBER);
        ServerUrl own = url.withPath("/" + number);
        try (Jedis jedis = RedisAccess.connect(own)) {
            jedis.flushDB();
        }
        return own;
    }

    /** Deletes our exchanges and queues with all they hold; consumers declare them again. */
    static void emptyBroker(ServerUrl url) {
        try (Connection connection = AmqpAccess.connect(url);
                Channel channel = connection.createChannel()) {
            for (String exchange : EXCHANGES) {
                channel.exchangeDelete(exchange);
            }
            for (String queue : queues()) {
                channel.queueDelete(queue);
            }
        } catch (IOException | TimeoutException e) {
            throw new StackFailure(
                    "The broker at " + url + " could not be emptied: " + StackFailure.reason(e) + ".", e);
        }
    }

    private static List<String> queues() {
        return CONSUMERS.stream()
                .flatMap(consumer -> IntStream.range(0, MOST_PARTITIONS)
                        .mapToObj(partition -> "%s.p%02d".formatted(consumer, partition)))
                .toList();
    }
}
