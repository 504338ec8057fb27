package org.tallybook.tracker.integration.provider;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How auth-service is reached. */
@ConfigMapping(prefix = "tallybook.auth")
public interface AuthServiceConfig {

    /** Without a path. */
    URI url();

    /** The file with the secret by which the services recognise each other. */
    Optional<String> internalSecretFile();
}
