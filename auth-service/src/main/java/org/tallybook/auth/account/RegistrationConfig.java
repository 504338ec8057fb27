package org.tallybook.auth.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;

/** Who may register, and for how long somebody may leave it at that. */
@ConfigMapping(prefix = "tallybook.registration")
public interface RegistrationConfig {

    @WithParentName
    @WithDefault("open")
    Admission admission();

    /** How long an account waits for its address to be verified, after its last link has expired. Then it is removed. */
    @WithDefault("7d")
    Duration keepUnverified();

    /**
     * A registration is answered after a whole multiple of this, so that the time does not tell what there was to do. Longer
     * than the work takes on a machine that is not overloaded.
     */
    @WithDefault("250ms")
    Duration pace();

    /** As operators write it, in lower case. */
    enum Admission {
        OPEN,

        /** Who has an invitation of an administrator. */
        INVITE,
        CLOSED
    }
}
