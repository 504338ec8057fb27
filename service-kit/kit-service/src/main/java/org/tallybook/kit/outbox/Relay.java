package org.tallybook.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.amqp.Backoff;
import org.tallybook.kit.amqp.Broker;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.event.EventsConfig;

/**
 * Carries events from the outbox to the broker on a thread of its own: look, publish, wait for the confirms, delete,
 * commit. Any number of replicas may run; each bucket has one at a time. If the process dies between confirm and
 * commit the batch is published again, which consumers absorb by version.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final OutboxTable outbox;
    private final Publisher publisher;
    private final EventsConfig config;
    private final Clock clock;
    private final Counter published;
    private final Counter failures;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private volatile boolean running;
    private volatile Instant lastProgress;
    private volatile boolean waiting;
    private @Nullable Thread thread;

    Relay(OutboxTable outbox, Broker broker, EventCodec codec, EventsConfig config, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.publisher = new Publisher(broker, codec, config);
        this.config = config;
        this.clock = clock;
        this.published = meters.counter("tallybook.outbox.published");
        this.failures = meters.counter("tallybook.outbox.failures");
        this.lastProgress = clock.instant();
    }

    /** Says that something was committed to the outbox; cheap, and safe to call too often. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Whether events wait although none was confirmed for longer than is healthy. */
    boolean isStalled() {
        return waiting
                && Duration.between(lastProgress, clock.instant())
                                .compareTo(config.relay().stalledAfter())
                        > 0;
    }

    void start(@Observes StartupEvent event) {
        if (!config.relay().enabled()) {
            return;
        }
        running = true;
        Thread worker = new Thread(this::run, "outbox-relay");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            worker.interrupt();
            worker.join(config.relay().confirmTimeout().toMillis());
        }
    }

    private void run() {
        Duration pause = config.relay().shortestPoll();
        while (running) {
            try {
                pause = round() > 0 ? config.relay().shortestPoll() : longer(pause);
                backoff.reset();
            } catch (InterruptedException stopped) {
                break;
            } catch (IOException | RuntimeException failure) {
                failures.increment();
                pause = backoff.next();
                LOG.warnf("events wait in the outbox: reason=%s retryIn=%s", failure.getMessage(), pause);
            }
            if (!sleep(pause)) {
                break;
            }
        }
        publisher.close();
    }

    /** Drains every waiting bucket once. */
    private int round() throws IOException, InterruptedException {
        if (publisher.isBlocked()) {
            throw new IOException("the broker has blocked publishers");
        }
        var buckets = outbox.waitingBuckets();
        waiting = !buckets.isEmpty();
        if (!waiting) {
            lastProgress = clock.instant();
        }
        int count = 0;
        for (int bucket : buckets) {
            count += outbox.drain(bucket, publisher::publish);
        }
        if (count > 0) {
            lastProgress = clock.instant();
            published.increment(count);
        }
        return count;
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        Duration longest = config.relay().longestPoll();
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    private boolean sleep(Duration pause) {
        try {
            if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
            return running;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
