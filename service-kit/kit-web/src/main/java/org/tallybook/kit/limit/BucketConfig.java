package org.tallybook.kit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How limits are counted, whatever they limit. */
@ConfigMapping(prefix = "tallybook.limits")
public interface BucketConfig {

    /** {@code false} only for load tests. */
    @WithDefault("true")
    boolean enabled();

    /** How long Redis may take before this instance counts for itself. */
    @WithDefault("50ms")
    Duration budget();
}
