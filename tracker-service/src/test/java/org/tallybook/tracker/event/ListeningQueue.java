package org.tallybook.tracker.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.tallybook.kit.event.Partition;
import org.tallybook.kit.test.stack.TallybookStack;

/** A consumer of everything, as another service would be one. */
public final class ListeningQueue implements AutoCloseable {

    private static final String EXCHANGE = "tallybook.events";

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> received = new ArrayList<>();
    private final Connection connection;
    private final Channel channel;
    private final String queue;

    private ListeningQueue(Connection connection, Channel channel, String queue) {
        this.connection = connection;
        this.channel = channel;
        this.queue = queue;
    }

    public static ListeningQueue open() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(TallybookStack.configuration().get("TALLYBOOK_AMQP_URL"));
        Connection connection = factory.newConnection("listening test");
        Channel channel = connection.createChannel();
        channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
        String queue = "test." + UUID.randomUUID();
        channel.queueDeclare(queue, false, false, false, null);
        channel.queueBind(queue, EXCHANGE, "#");
        return new ListeningQueue(connection, channel, queue);
    }

    /** The events of a user, in the order of their sequence, once there are so many. */
    public List<JsonNode> of(UUID user, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> of(user).size() >= count);
        return of(user);
    }

    /** The text of every event of a user that has arrived. */
    public List<String> texts(UUID user) {
        drain();
        return received.stream().filter(text -> text.contains(user.toString())).toList();
    }

    private List<JsonNode> of(UUID user) {
        return texts(user).stream().map(this::parsed).distinct().toList();
    }

    /** Publishes an event as another service would. */
    public void publish(UUID user, String type, String json) throws IOException {
        channel.basicPublish(
                EXCHANGE,
                Partition.of(user, 8).routingKey(type),
                true,
                MessageProperties.PERSISTENT_BASIC,
                json.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void drain() {
        try {
            GetResponse next = channel.basicGet(queue, true);
            while (next != null) {
                received.add(new String(next.getBody(), StandardCharsets.UTF_8));
                next = channel.basicGet(queue, true);
            }
        } catch (IOException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private JsonNode parsed(String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public void close() throws Exception {
        channel.queueDelete(queue);
        connection.close();
    }
}
