package org.tallybook.auth.passkey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How passkeys are made and used. */
@ConfigMapping(prefix = "tallybook.passkey")
public interface PasskeyConfig {

    /** What a browser calls us when it asks for a passkey. */
    @WithDefault("Tallybook")
    String name();

    /** Exact origins whose pages may use passkeys, besides that of the public URL. */
    Optional<List<String>> origins();

    /** How long a challenge can be answered. */
    @WithDefault("5m")
    Duration challenge();

    @WithDefault("20")
    int mostPerUser();
}
