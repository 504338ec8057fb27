package org.tallybook.report.monthly.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the machine the rendering of documents may take. */
@ConfigMapping(prefix = "tallybook.rendering")
public interface Rendering {

    /** Documents rendered at the same time, at least 1. */
    @WithDefault("2")
    int threads();

    /** Documents that may wait for a thread; more are refused. */
    @WithDefault("32")
    int queue();

    /** What a refused client is told to wait. */
    @WithDefault("2s")
    Duration retryAfter();
}
