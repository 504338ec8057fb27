package org.tallybook.auth.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long invitations last. */
@ConfigMapping(prefix = "tallybook.invitation")
public interface InvitationConfig {

    /** Days, unless the administrator says otherwise. */
    @WithDefault("7")
    int days();

    /** How long an expired one stays in the list. */
    @WithDefault("30d")
    Duration keepExpired();
}
