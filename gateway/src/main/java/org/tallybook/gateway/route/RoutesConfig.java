package org.tallybook.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The routing table: {@code TALLYBOOK_ROUTES_<NAME>_…} or {@code tallybook.routes.<name>.…}. */
@ConfigMapping(prefix = "tallybook.routes")
public interface RoutesConfig {

    @WithParentName
    Map<String, RouteConfig> byName();

    interface RouteConfig {

        /** Path prefixes; one matches a path that equals it or continues after it with {@code /} or {@code :}. */
        List<String> prefix();

        /** Base addresses of the instances, without a path. */
        List<URI> upstreams();

        /** How long an upstream may take until its answer begins. */
        @WithDefault("10s")
        Duration timeout();

        /** The largest request body. */
        @WithDefault("1M")
        MemorySize bodyLimit();

        /** Whether answers of this route may stay open without end (server-sent events). */
        @WithDefault("false")
        boolean streams();
    }
}
