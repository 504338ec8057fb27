package org.tallybook.auth.admin;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.tallybook.auth.identity.Administrators;

/**
 * Puts those in charge whom the operator named in {@code TALLYBOOK_ADMIN}, at the start. Who verifies the address later
 * gets the role then.
 */
@ApplicationScoped
class AppointAdministrators {

    private static final Logger LOG = Logger.getLogger(AppointAdministrators.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Administrators administrators;

    AppointAdministrators(Administrators administrators) {
        this.administrators = administrators;
    }

    void start(@Observes @Priority(20) StartupEvent event) {
        administrators
                .appoint()
                .await()
                .atMost(PATIENCE)
                .forEach(user -> LOG.infof("made an administrator because TALLYBOOK_ADMIN says so: user=%s", user));
    }
}
