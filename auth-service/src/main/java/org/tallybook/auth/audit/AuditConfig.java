package org.tallybook.auth.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the past is kept. */
@ConfigMapping(prefix = "tallybook.audit")
public interface AuditConfig {

    /** Security events older than this are forgotten. */
    @WithDefault("365d")
    Duration keep();

    /** Addresses and user agents of events older than this are blanked; the events stay. */
    @WithDefault("90d")
    Duration keepClients();
}
