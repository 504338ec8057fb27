package org.tallybook.auth.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of every call to a provider. */
@ConfigMapping(prefix = "tallybook.provider-call")
public interface ProviderCallConfig {

    @WithDefault("2s")
    Duration connectTimeout();

    /** From the beginning of the call to the last byte of the answer. */
    @WithDefault("4s")
    Duration timeout();

    /** Bytes of an answer. */
    @WithDefault("262144")
    int largestAnswer();

    /** How long discovered endpoints and keys are believed. */
    @WithDefault("1h")
    Duration keepMetadata();
}
