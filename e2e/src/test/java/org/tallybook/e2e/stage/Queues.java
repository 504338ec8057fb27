package org.tallybook.e2e.stage;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.util.List;
import org.tallybook.e2e.system.LocalTallybook;
import org.tallybook.e2e.system.RunningPart;

/** The queues between the services. */
public record Queues(LocalTallybook system) {

    private static final List<String> CONSUMERS = List.of("report", "tracker");
    private static final int PARTITIONS = 8;

    /** How many messages wait in all of them. */
    public int waiting() {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            int waiting = 0;
            for (String consumer : CONSUMERS) {
                for (int number = 0; number < PARTITIONS; number++) {
                    String queue = consumer + ".p0" + number;
                    waiting += channel.queueDeclarePassive(queue).getMessageCount();
                }
            }
            return waiting;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        String given = System.getenv().getOrDefault("TALLYBOOK_AMQP_URL", "");
        if (given.isBlank()) {
            RunningPart broker = system.part("broker").orElseThrow();
            factory.setHost(broker.host());
            factory.setPort(broker.port());
            factory.setUsername("tallybook");
            factory.setPassword(system.secret("broker-password"));
        } else {
            factory.setUri(given);
        }
        return factory.newConnection("looking for messages");
    }
}
