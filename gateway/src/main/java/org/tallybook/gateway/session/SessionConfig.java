package org.tallybook.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How browsers stay signed in. */
@ConfigMapping(prefix = "tallybook.session")
public interface SessionConfig {

    /** {@code Strict}, {@code Lax}, or {@code None} for a front end on another site (then also partitioned). */
    @WithDefault("Strict")
    SameSite sameSite();

    /** Sends cookies over plain HTTP, for a LAN without TLS. Whoever listens on that network can take over sessions. */
    @WithDefault("false")
    boolean insecureCookies();

    /** How long before its expiry a cached access token is no longer used. */
    @WithDefault("30s")
    Duration margin();

    /** How long Redis may take before we do without it. */
    @WithDefault("50ms")
    Duration cacheBudget();

    /** How long auth-service may take to exchange a session. */
    @WithDefault("5s")
    Duration exchangeTimeout();

    enum SameSite {
        STRICT("Strict"),
        LAX("Lax"),
        NONE("None");

        private final String attribute;

        SameSite(String attribute) {
            this.attribute = attribute;
        }

        String attribute() {
            return attribute;
        }
    }
}
