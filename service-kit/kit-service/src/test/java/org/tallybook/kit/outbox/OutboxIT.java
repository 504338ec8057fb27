package org.tallybook.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tallybook.kit.amqp.Topology;
import org.tallybook.kit.event.Partition;
import org.tallybook.kit.sample.Samples;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.token.TestIssuer;

@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(TestIssuer.class)
@Tag("messaging")
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String APPLIED = "SELECT count(*) FROM sample WHERE id = $1 AND version = $2";

    @Inject
    Samples samples;

    private final UUID userId = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void outboxIsDrained() {
        await().atMost(PATIENCE).until(() -> samples.count("SELECT count(*) FROM outbox") == 0);
    }

    @Test
    void anEventReachesItsConsumer() {
        run(() -> samples.change(userId, id, 1, "a"));

        await().atMost(PATIENCE).until(() -> samples.count(APPLIED, id, 1L) == 1);
        await().atMost(PATIENCE).until(() -> samples.count("SELECT count(*) FROM outbox") == 0);
    }

    /** {@code kit-late} is in the audience of this service, but nobody consumes in its name yet. */
    @Test
    void aConsumerThatStartsLaterMissesNothing() throws Exception {
        run(() -> samples.change(userId, id, 1, "a"));
        await().atMost(PATIENCE).until(() -> samples.count(APPLIED, id, 1L) == 1);

        String queue = Topology.queue("kit-late", Partition.of(userId, 8));
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            await().atMost(PATIENCE).until(() -> takesAnEventOf(channel, queue));
        }
    }

    @Test
    void noEventWithoutItsCommit() {
        assertThatThrownBy(() -> run(() -> samples.changeAndFail(userId, id))).hasMessageContaining("after the event");

        assertThat(samples.count("SELECT count(*) FROM user_stream WHERE user_id = $1", userId))
                .isZero();
        assertThat(samples.count("SELECT count(*) FROM outbox WHERE user_id = $1", userId))
                .isZero();
        assertThat(samples.count("SELECT count(*) FROM sample WHERE id = $1", id))
                .isZero();
    }

    @Test
    void theSequenceHasNoGapUnderParallelWritersOfWhomSomeFail() {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> writeOrFail(i)))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(samples.count("SELECT last_seq FROM user_stream WHERE user_id = $1", userId))
                .isEqualTo(30);
    }

    @Test
    @Tag("stops-servers")
    void eventsOutliveABrokerThatIsAway() throws Exception {
        TallybookStack.stopBroker();
        try {
            run(() -> samples.change(userId, id, 1, "a"));
            run(() -> samples.change(userId, id, 2, "b"));
            assertThat(samples.count("SELECT count(*) FROM outbox WHERE user_id = $1", userId))
                    .isEqualTo(2);
        } finally {
            TallybookStack.startBroker();
        }

        await().atMost(PATIENCE).until(() -> samples.count(APPLIED, id, 2L) == 1);
    }

    @Test
    @Tag("stops-servers")
    void eventsOutliveARestartOfTheDatabase() throws Exception {
        run(() -> samples.change(userId, id, 1, "a"));
        TallybookStack.restartPostgres();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> samples.count(APPLIED, id, 1L) == 1);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            run(() -> samples.change(userId, id, 2, "b"));
            return true;
        });
        await().atMost(PATIENCE).ignoreExceptions().until(() -> samples.count(APPLIED, id, 2L) == 1);
    }

    @Test
    void refusesAnEventOfAStreamThatWasNotLocked() {
        assertThatThrownBy(() -> run(() -> io.quarkus.hibernate.reactive.panache.Panache.withTransaction(
                        () -> outbox.append(userId, "sample.changed.v1", id, java.util.Map.of("version", 1)))))
                .hasMessageContaining("was not locked");
    }

    @Inject
    Outbox outbox;

    private boolean takesAnEventOf(Channel channel, String queue) throws IOException {
        GetResponse message = channel.basicGet(queue, true);
        return message != null && new String(message.getBody(), StandardCharsets.UTF_8).contains(id.toString());
    }

    private static Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(TallybookStack.configuration().get("TALLYBOOK_AMQP_URL"));
        return factory.newConnection("outbox test");
    }

    private void writeOrFail(int i) {
        if (i % 4 == 0) {
            assertThatThrownBy(() -> run(() -> samples.changeAndFail(userId, UUID.randomUUID())))
                    .hasMessageContaining("after the event");
        } else {
            run(() -> samples.change(userId, UUID.randomUUID(), 1, "n" + i));
        }
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
