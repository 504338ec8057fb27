package org.tallybook.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.amqp.Broker;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.event.Partition;
import org.tallybook.kit.sample.Samples;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
@Tag("messaging")
class InboxIT {

    private static final String EXCHANGE = "tallybook.kit-test.events";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Broker broker;

    @Inject
    EventCodec codec;

    @Inject
    Samples samples;

    @Inject
    Inbox inbox;

    private final UUID userId = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void connect() throws IOException {
        await().atMost(PATIENCE).until(inbox::isConnected);
        connection = broker.connect("test");
        channel = connection.createChannel();
    }

    @AfterEach
    void disconnect() {
        connection.abort();
    }

    @Test
    void theNewestVersionWinsInAnyOrderAndADuplicateChangesNothing() throws IOException {
        publish(event("sample.changed.v1", Map.of("version", 3, "name", "newest")));
        publish(event("sample.changed.v1", Map.of("version", 1, "name", "oldest")));
        publish(event("sample.changed.v1", Map.of("version", 3, "name", "newest")));
        publish(event("sample.changed.v1", Map.of("version", 2, "name", "middle")));
        UUID last = lastOfThePartition();

        await().atMost(PATIENCE).until(() -> samples.count("SELECT count(*) FROM sample WHERE id = $1", last) == 1);
        var row = samples.query("SELECT version, applied, name FROM sample WHERE id = $1", id)
                .get(0);
        assertThat(row.getLong("version")).isEqualTo(3);
        assertThat(row.getLong("applied")).isEqualTo(1);
        assertThat(row.getString("name")).isEqualTo("newest");
    }

    @Test
    void parksWhatItCannotReadAndGoesOn() throws IOException {
        publish("not json at all".getBytes(StandardCharsets.UTF_8), "sample.changed.v1");
        publish(event("sample.unheard-of.v9", Map.of("version", 1)));
        publish(event("sample.changed.v1", Map.of("name", "without a version")));
        publish(event("sample.changed.v1", Map.of("version", 1, "name", "impossible")));
        publish(event("sample.changed.v1", Map.of("version", 2, "name", "good")));

        await().atMost(PATIENCE)
                .until(() -> samples.count("SELECT count(*) FROM sample WHERE id = $1 AND name = 'good'", id) == 1);
        await().atMost(PATIENCE).until(() -> parkedOfThisTest() == 4);
        assertThat(samples.query("SELECT reason FROM parked_message").stream().map(row -> row.getString(0)))
                .anyMatch(reason -> reason.startsWith("not JSON"))
                .contains("unknown type sample.unheard-of.v9", "no version")
                .anyMatch(reason -> reason.startsWith("cannot be applied"));
    }

    @Test
    void parksATypeThatHoldsNul() throws IOException {
        publish(codec.encode(event("sample.nul\0.v1", Map.of("version", 1))), "sample.changed.v1");
        publish(event("sample.changed.v1", Map.of("version", 2, "name", "after nul")));

        await().atMost(PATIENCE).until(() -> samples.count("SELECT count(*) FROM sample WHERE id = $1", id) == 1);
        await().atMost(PATIENCE).until(() -> parkedOfThisTest() == 1);
    }

    @Test
    @Tag("stops-servers")
    void aDatabaseThatIsAwayOnlyDelays() throws Exception {
        TallybookStack.stopPostgres();
        try {
            publish(event("sample.changed.v1", Map.of("version", 1, "name", "late")));
            Thread.sleep(1_500);
        } finally {
            TallybookStack.startPostgres();
        }

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> samples.count("SELECT count(*) FROM sample WHERE id = $1", id) == 1);
        assertThat(parkedOfThisTest()).isZero();
    }

    @Test
    void comesBackWhenItsQueueIsDeleted() throws IOException {
        String queue = "kit-test." + partition().label();
        channel.queueDelete(queue);
        await().atMost(PATIENCE).until(() -> exists(queue));

        publish(event("sample.changed.v1", Map.of("version", 1, "name", "after")));

        await().atMost(PATIENCE).until(() -> samples.count("SELECT count(*) FROM sample WHERE id = $1", id) == 1);
    }

    /** Only the messages of this test: the body of each names its user or is the one that is no JSON. */
    private long parkedOfThisTest() {
        return samples.count(
                "SELECT count(*) FROM parked_message WHERE routing_key LIKE $1 AND "
                        + "(convert_from(body, 'UTF8') LIKE $2 OR convert_from(body, 'UTF8') = 'not json at all')",
                partition().label() + ".%",
                "%" + userId + "%");
    }

    private boolean exists(String queue) {
        try {
            Channel probe = connection.createChannel();
            boolean consumed = probe.consumerCount(queue) > 0;
            probe.abort();
            return consumed;
        } catch (IOException missing) {
            return false;
        }
    }

    private UUID lastOfThePartition() throws IOException {
        UUID last = UUID.randomUUID();
        Event event = event("sample.changed.v1", Map.of("version", 1, "name", "last"));
        publish(new Event(
                event.id(),
                event.source(),
                event.type(),
                last.toString(),
                event.time(),
                userId,
                2,
                null,
                event.data()));
        return last;
    }

    private Event event(String type, Map<String, Object> data) {
        return new Event(
                UUID.randomUUID(),
                "/test",
                type,
                id.toString(),
                Instant.parse("2026-11-20T21:05:00Z"),
                userId,
                1,
                null,
                new ObjectMapper().valueToTree(data));
    }

    private void publish(Event event) throws IOException {
        publish(codec.encode(event), event.type());
    }

    private void publish(byte[] body, String type) throws IOException {
        channel.basicPublish(EXCHANGE, partition().routingKey(type), MessageProperties.PERSISTENT_BASIC, body);
    }

    private Partition partition() {
        return Partition.of(userId, 8);
    }
}
