package org.tallybook.auth.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How devices are remembered. */
@ConfigMapping(prefix = "tallybook.device")
public interface DeviceConfig {

    /** A device that was not seen for so long is a new one again. */
    @WithDefault("90d")
    Duration keep();
}
