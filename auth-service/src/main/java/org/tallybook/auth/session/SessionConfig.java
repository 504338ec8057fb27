package org.tallybook.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.tallybook.auth.session.domain.SessionTerms;

/** How long sessions last. */
@ConfigMapping(prefix = "tallybook.session")
public interface SessionConfig {

    @WithDefault("7d")
    Duration idle();

    @WithDefault("30d")
    Duration absolute();

    @WithDefault("10s")
    Duration grace();

    /** How long a proof of who somebody is suffices for what could cost them the account. */
    @WithDefault("10m")
    Duration sudo();

    default SessionTerms terms() {
        return new SessionTerms(idle(), absolute(), grace());
    }
}
