package org.tallybook.kit.amqp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How to reach the broker (AMQP 0-9-1). The client's own defaults would wait ten minutes, or for ever. */
@ConfigMapping(prefix = "tallybook.amqp")
public interface BrokerConfig {

    /** {@code amqp://user:password@host:port/vhost} or {@code amqps://…}. */
    String url();

    @WithDefault("5s")
    Duration connectTimeout();

    @WithDefault("10s")
    Duration heartbeat();

    /** Longest wait for an answer of the broker to a method. */
    @WithDefault("10s")
    Duration rpcTimeout();

    @WithDefault("5s")
    Duration closeTimeout();
}
