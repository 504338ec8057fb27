package org.tallybook.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** How a service takes part in the stream of events. */
@ConfigMapping(prefix = "tallybook.events")
public interface EventsConfig {

    /** The {@code source} of what this service emits, such as {@code /tracker-service}. */
    String source();

    @WithDefault("tallybook.events")
    String exchange();

    /** Number of partitions, the same in every service; see {@link Partition}. */
    @WithDefault("8")
    int partitions();

    Relay relay();

    Consumer consumer();

    /** The way from the outbox to the broker. */
    interface Relay {

        @WithDefault("true")
        boolean enabled();

        /**
         * Who must get what this service emits: the routing patterns of each consumer by the prefix of its queues. The
         * queues are declared before anything is published, so it does not matter who starts first.
         */
        Map<String, Set<String>> audience();

        /** Events a transaction, 1 to 1000. */
        @WithDefault("200")
        int batch();

        /** Longest wait between two looks at the outbox while work keeps coming. */
        @WithDefault("50ms")
        Duration shortestPoll();

        /** Longest wait between two looks at an outbox that stays empty. */
        @WithDefault("2s")
        Duration longestPoll();

        /** How long the broker may take to confirm a batch. */
        @WithDefault("10s")
        Duration confirmTimeout();

        /** Readiness goes down when the outbox is not empty and nothing was confirmed for so long. */
        @WithDefault("60s")
        Duration stalledAfter();
    }

    /** The way from the broker into the service's facts. */
    interface Consumer {

        /** Unacknowledged messages a queue. */
        @WithDefault("500")
        int prefetch();

        /** Events a transaction. */
        @WithDefault("200")
        int batch();

        /** How often our consumers are compared with the broker's count of them. */
        @WithDefault("15s")
        Duration watchdog();
    }
}
