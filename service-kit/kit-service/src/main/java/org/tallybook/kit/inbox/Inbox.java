package org.tallybook.kit.inbox;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.tallybook.kit.amqp.Backoff;
import org.tallybook.kit.amqp.Broker;
import org.tallybook.kit.amqp.Topology;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.event.EventsConfig;
import org.tallybook.kit.event.Partition;
import org.tallybook.kit.id.Ids;

/**
 * Runs the service's {@link EventConsumer}s. A supervisor a consumer opens one connection with a channel a partition
 * and watches them; when any channel ends, a queue is deleted, or the broker no longer counts us among a queue's
 * consumers, it closes the connection and starts over. Every state the broker can leave us in leads through that door.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Instance<EventConsumer> consumers;
    private final Broker broker;
    private final EventCodec codec;
    private final EventsConfig config;
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;
    private final Counter parked;
    private final List<Thread> supervisors = new ArrayList<>();

    private volatile boolean running;
    private volatile int connected;

    Inbox(
            Instance<EventConsumer> consumers,
            Broker broker,
            EventCodec codec,
            EventsConfig config,
            Pool pool,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.broker = broker;
        this.codec = codec;
        this.config = config;
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
        this.parked = meters.counter("tallybook.inbox.parked");
    }

    /** Whether every consumer is subscribed. */
    boolean isConnected() {
        return connected == supervisors.size();
    }

    void start(@Observes StartupEvent event) {
        running = true;
        consumers.forEach(
                consumer -> supervisors.add(new Thread(() -> supervise(consumer), "inbox-" + consumer.queuePrefix())));
        supervisors.forEach(thread -> thread.setDaemon(true));
        supervisors.forEach(Thread::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        supervisors.forEach(Thread::interrupt);
        for (Thread supervisor : supervisors) {
            supervisor.join(Duration.ofSeconds(10).toMillis());
        }
    }

    private void supervise(EventConsumer consumer) {
        var backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
        while (running) {
            try {
                connectAndServe(consumer, backoff);
            } catch (InterruptedException stopped) {
                break;
            } catch (IOException | RuntimeException failure) {
                LOG.warnf("not consuming: queues=%s.* reason=%s", consumer.queuePrefix(), failure.getMessage());
            }
            if (!pause(backoff.next())) {
                break;
            }
        }
    }

    private void connectAndServe(EventConsumer consumer, Backoff backoff) throws IOException, InterruptedException {
        Connection connection = broker.connect("inbox " + consumer.queuePrefix());
        List<Thread> workers = new ArrayList<>();
        try {
            List<PartitionConsumer> partitions = subscribe(consumer, connection, workers);
            backoff.reset();
            change(1);
            try {
                watch(consumer, connection, partitions);
            } finally {
                change(-1);
            }
        } finally {
            broker.discard(connection);
            join(workers);
        }
    }

    private List<PartitionConsumer> subscribe(EventConsumer consumer, Connection connection, List<Thread> workers)
            throws IOException {
        List<PartitionConsumer> partitions = new ArrayList<>();
        for (int number = 0; number < config.partitions(); number++) {
            Partition partition = new Partition(number);
            String queue = Topology.queue(consumer.queuePrefix(), partition);
            Batch batch = new Batch(pool, consumer, queue, ids, clock);
            var one = new PartitionConsumer(consumer, config, codec, batch, channel(connection), queue);
            one.subscribe(partition);
            partitions.add(one);
            Thread worker = new Thread(() -> serve(one), "inbox-" + queue);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        return partitions;
    }

    private void serve(PartitionConsumer partition) {
        try {
            while (running && partition.isAlive()) {
                parked.increment(partition.settleNext());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            LOG.warnf("a partition ended: reason=%s", failure.getMessage());
            partition.end();
        }
    }

    /** Returns when any partition has ended or the broker has forgotten us. */
    private void watch(EventConsumer consumer, Connection connection, List<PartitionConsumer> partitions)
            throws IOException, InterruptedException {
        Duration step = Duration.ofMillis(500);
        Duration sinceCount = Duration.ZERO;
        while (running && partitions.stream().allMatch(PartitionConsumer::isAlive)) {
            Thread.sleep(step.toMillis());
            sinceCount = sinceCount.plus(step);
            if (sinceCount.compareTo(config.consumer().watchdog()) >= 0) {
                sinceCount = Duration.ZERO;
                requireCounted(consumer, connection);
            }
        }
    }

    private void requireCounted(EventConsumer consumer, Connection connection) throws IOException {
        Channel channel = channel(connection);
        for (int number = 0; number < config.partitions(); number++) {
            String queue = Topology.queue(consumer.queuePrefix(), new Partition(number));
            if (channel.consumerCount(queue) == 0) {
                throw new IOException("the broker counts no consumer of " + queue);
            }
        }
        channel.abort();
    }

    private static Channel channel(Connection connection) throws IOException {
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("the broker allows no further channel");
        }
        return channel;
    }

    private static void join(List<Thread> workers) throws InterruptedException {
        workers.forEach(Thread::interrupt);
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private synchronized void change(int by) {
        connected += by;
    }

    private boolean pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
            return running;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
