package org.tallybook.auth.mfa;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Second factors and how often they may be guessed. */
@ConfigMapping(prefix = "tallybook.mfa")
public interface MfaConfig {

    /** What an authenticator app calls us. */
    @WithDefault("Tallybook")
    String issuer();

    /** How long a started authenticator app waits for its first code. */
    @WithDefault("15m")
    Duration enrolment();

    /** How long a sign-in waits for its second factor. */
    @WithDefault("5m")
    Duration challenge();

    /** Wrong codes that end a sign-in. */
    @WithDefault("5")
    int failuresAChallenge();

    /** Wrong codes of a user, over all sign-ins, in any {@link #window()}. */
    @WithDefault("10")
    int failuresAUser();

    @WithDefault("15m")
    Duration window();
}
