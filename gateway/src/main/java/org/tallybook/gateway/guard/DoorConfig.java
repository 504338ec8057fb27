package org.tallybook.gateway.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the world reaches this door. */
@ConfigMapping(prefix = "tallybook")
public interface DoorConfig {

    /** The address users type; our own origin, the issuer of tokens and the base of mailed links. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Further host names under which the door may be addressed, without a port. */
    Optional<List<String>> hosts();

    /** CIDR blocks of proxies in front of us whose {@code X-Forwarded-*} we believe. */
    Optional<List<String>> trustedProxies();

    /** File with what tells a service that a request came through this door; sent with every proxied request. */
    Optional<String> internalSecretFile();
}
