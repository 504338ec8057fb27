package org.tallybook.auth.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets tests wait a tenth of a second for a mail where people wait one: like one more replica with a quick clock. */
@ApplicationScoped
class FrequentMails {

    private static final Logger LOG = Logger.getLogger(FrequentMails.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final DeliverMails delivery;

    FrequentMails(DeliverMails delivery) {
        this.delivery = delivery;
    }

    void start(@Observes StartupEvent event) {
        clock.scheduleWithFixedDelay(this::tick, 1_000, 100, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void tick() {
        try {
            VertxContextSupport.subscribeAndAwait(delivery::run);
        } catch (Throwable failure) {
            LOG.debug("the service's own clock will try again", failure);
        }
    }
}
