package org.tallybook.gateway.cors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which other origins may call us from a browser, and with what. */
@ConfigMapping(prefix = "tallybook.cors")
public interface CorsConfig {

    /** Exact origins ({@code https://app.example.org}); no patterns. */
    Optional<List<String>> origins();

    List<String> methods();

    List<String> headers();

    /** Response fields that scripts may read besides the safelisted ones. */
    List<String> exposed();

    /** How long a browser may remember a preflight. */
    @WithDefault("10m")
    Duration maxAge();
}
