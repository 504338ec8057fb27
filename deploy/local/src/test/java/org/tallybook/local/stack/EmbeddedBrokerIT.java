package org.tallybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker as our services use it: the official client, confirms, a topic exchange, quorum arguments. */
class EmbeddedBrokerIT {

    private static final String EXCHANGE = "tallybook.events";
    private static final String QUEUE = "report.p00";

    @TempDir
    Path data;

    private EmbeddedBroker broker;

    @BeforeEach
    void start() {
        broker = TestParts.broker(data);
        broker.start();
    }

    @AfterEach
    void stop() {
        broker.stop();
    }

    @Test
    void keepsAConfirmedMessageOverARestart() throws Exception {
        try (Connection connection = AmqpAccess.connect(broker.url());
                Channel channel = declared(connection)) {
            channel.confirmSelect();
            publish(channel, "p00.log.recorded.v1", "precious");
            assertThat(channel.waitForConfirms(5_000)).isTrue();
        }

        broker.stop();
        broker.start();

        try (Connection connection = AmqpAccess.connect(broker.url());
                Channel channel = connection.createChannel()) {
            GetResponse kept = channel.basicGet(QUEUE, true);
            assertThat(kept).isNotNull();
            assertThat(new String(kept.getBody(), StandardCharsets.UTF_8)).isEqualTo("precious");
        }
    }

    @Test
    void returnsWhatNobodyWants() throws Exception {
        BlockingQueue<String> returned = new ArrayBlockingQueue<>(1);
        try (Connection connection = AmqpAccess.connect(broker.url());
                Channel channel = declared(connection)) {
            channel.addReturnListener(message -> returned.add(message.getRoutingKey()));
            publish(channel, "p07.log.recorded.v1", "lost?");

            assertThat(returned.poll(5, TimeUnit.SECONDS)).isEqualTo("p07.log.recorded.v1");
        }
    }

    @Test
    void refusesAWrongPassword() {
        ServerUrl url = broker.url();
        ServerUrl wrong = new ServerUrl(url.scheme(), url.user(), "wrong", url.host(), url.port(), url.path());

        assertThatThrownBy(() -> AmqpAccess.connect(wrong))
                .hasMessageMatching("(?s).*(ACCESS_REFUSED|authentication failure).*");
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(broker.url().host()).isEqualTo("127.0.0.1");
        assertThat(broker.url().port()).isLessThan(32_768);
        assertThat(FreePort.isFree(broker.url().port())).isFalse();
    }

    private static Channel declared(Connection connection) throws Exception {
        Channel channel = connection.createChannel();
        channel.exchangeDeclare(EXCHANGE, "topic", true);
        channel.queueDeclare(QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind(QUEUE, EXCHANGE, "p00.#");
        return channel;
    }

    private static void publish(Channel channel, String key, String body) throws Exception {
        channel.basicPublish(
                EXCHANGE, key, true, MessageProperties.PERSISTENT_BASIC, body.getBytes(StandardCharsets.UTF_8));
    }
}
