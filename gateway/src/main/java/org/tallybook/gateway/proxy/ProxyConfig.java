package org.tallybook.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The two sides of the door: the server in front and the connections to the services behind. */
@ConfigMapping(prefix = "tallybook.proxy")
public interface ProxyConfig {

    @WithDefault("0.0.0.0")
    String host();

    @WithDefault("8080")
    int port();

    /** Event loops that accept requests; 0 means one per core. */
    @WithDefault("0")
    int loops();

    @WithDefault("16K")
    MemorySize headerLimit();

    @WithDefault("8K")
    MemorySize targetLimit();

    /** How long a request head may take from its first byte to its last. */
    @WithDefault("10s")
    Duration headDeadline();

    /** When a client connection without any traffic is closed; longer than the heartbeat of event streams. */
    @WithDefault("120s")
    Duration idleTimeout();

    /** Connections to one upstream instance, per event loop. */
    @WithDefault("128")
    int pool();

    /** The same for event streams, which hold a connection for as long as they live. */
    @WithDefault("2000")
    int streamPool();

    /** Requests that may wait for a connection before the next one gets a 503. */
    @WithDefault("1000")
    int queue();

    @WithDefault("2s")
    Duration connectTimeout();

    /** Shorter than the services' own idle timeout (120 s), or they close what we are about to use. */
    @WithDefault("30s")
    Duration keepAlive();

    /** When an upstream connection in use without any traffic is given up. */
    @WithDefault("100s")
    Duration upstreamIdle();

    /** The same for event streams: a healthy one has a heartbeat every 15 s. */
    @WithDefault("60s")
    Duration streamIdle();

    /** How long running requests may take to finish when the gateway stops. */
    @WithDefault("10s")
    Duration drain();
}
