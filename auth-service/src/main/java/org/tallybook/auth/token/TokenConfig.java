package org.tallybook.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Access tokens and their keys. */
@ConfigMapping(prefix = "tallybook.token")
public interface TokenConfig {

    /** Life of an access token; verifiers refuse more than 300 s. */
    @WithDefault("300s")
    Duration life();

    /** How long one key signs. */
    @WithDefault("30d")
    Duration keyPeriod();

    /** How long a key is published before it signs, at least. */
    @WithDefault("24h")
    Duration keyLead();

    /** How long a key that was asked for waits before it signs, so that every replica publishes it by then. */
    @WithDefault("15s")
    Duration keySpread();

    /** RSA modulus, 2048 or more. */
    @WithDefault("2048")
    int keyBits();
}
