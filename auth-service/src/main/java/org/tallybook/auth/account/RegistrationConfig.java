package org.tallybook.auth.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Who may register. */
@ConfigMapping(prefix = "tallybook.registration")
public interface RegistrationConfig {

    @WithParentName
    @WithDefault("open")
    Admission admission();

    /** As operators write it, in lower case. */
    enum Admission {
        OPEN,
        CLOSED
    }
}
