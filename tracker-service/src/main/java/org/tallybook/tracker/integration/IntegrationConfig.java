package org.tallybook.tracker.integration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often, and how patiently, other systems are asked. */
@ConfigMapping(prefix = "tallybook.integration")
public interface IntegrationConfig {

    /** Providers tell the last plays only (Spotify: fifty), so less often loses some. */
    @WithDefault("15m")
    Duration every();

    /** Longer than any run takes; only a process that died leaves one behind. */
    @WithDefault("10m")
    Duration lease();

    /** How often it is looked for who is due; read by the scheduler. */
    Duration tick();

    /** Users a tick, one after the other. */
    @WithDefault("200")
    int batch();

    /** Pages of one run: more than anybody can hear in a day. */
    @WithDefault("60")
    int pages();

    @WithDefault("2s")
    Duration connectTimeout();

    /** Of a call, from its beginning to the last byte of the answer. */
    @WithDefault("5s")
    Duration timeout();

    /** Bytes of an answer. */
    @WithDefault("2097152")
    int largestAnswer();
}
