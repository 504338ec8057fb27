package org.tallybook.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How many requests of which kind are let through; how they are counted is the kit's. Limits per account stand in auth-service, which knows accounts. */
@ConfigMapping(prefix = "tallybook.limits")
public interface LimitConfig {

    @WithName("rule")
    Map<String, Rule> rules();

    interface Rule {

        /** Requests in one {@link #per()}; also the largest burst. */
        int requests();

        Duration per();

        Subject by();

        /** Method and exact path; absent for every routed request. */
        Optional<String> method();

        Optional<String> path();
    }

    enum Subject {
        /** An IPv4 address, or the /64 of an IPv6 address. */
        NETWORK,
        /** The signed-in user; of a bearer request its token, of an anonymous one its network. */
        USER
    }
}
