package org.tallybook.gateway.docs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Where the services publish their OpenAPI documents. */
@ConfigMapping(prefix = "tallybook.docs")
public interface DocsConfig {

    /** By name of the service; on its management address, which the world cannot reach. */
    Map<String, URI> source();

    /** How old the merged document may be before it is made anew. */
    @WithDefault("60s")
    Duration maxAge();

    @WithDefault("5s")
    Duration timeout();
}
