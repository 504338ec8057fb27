package org.tallybook.auth.pat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long personal access tokens last. */
@ConfigMapping(prefix = "tallybook.personal-token")
public interface PersonalTokenConfig {

    /** When its owner does not say. */
    @WithDefault("90")
    int days();

    /** How long an expired one is still listed. */
    @WithDefault("30d")
    java.time.Duration keepExpired();
}
