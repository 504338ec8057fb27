package org.tallybook.auth.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.tallybook.auth.guard.domain.Patience;

/** How many passwords may be tried. Limits per network alone stand in the gateway. */
@ConfigMapping(prefix = "tallybook.guard")
public interface GuardConfig {

    /** Attempts a minute for one login from one network. */
    @WithDefault("5")
    int perMinute();

    /** Attempts an hour for one login from one network. */
    @WithDefault("20")
    int perHour();

    /** Times an hour that one user may have mails sent to an address of their choice. */
    @WithDefault("3")
    int mailsPerHour();

    /** Wrong passwords in a row for one login before unknown devices have to wait. */
    @WithDefault("5")
    int freeFailures();

    /** The longest that unknown devices have to wait. */
    @WithDefault("15m")
    Duration longestPause();

    /** Wrong passwords in a row after which unknown devices are refused until the password is reset. */
    @WithDefault("100")
    int hardStop();

    /** How long wrong passwords are remembered. */
    @WithDefault("30d")
    Duration memory();

    default Patience patience() {
        return new Patience(freeFailures(), longestPause(), hardStop());
    }
}
