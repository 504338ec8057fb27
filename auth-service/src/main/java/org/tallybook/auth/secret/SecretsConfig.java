package org.tallybook.auth.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** Where the operator keeps the secrets; every one is a file with random bytes in base64. */
@ConfigMapping(prefix = "tallybook.secrets")
public interface SecretsConfig {

    /** At least 32 bytes; goes into every password hash. */
    Optional<String> pepperFile();

    /** Which pepper that is; counted up when it is replaced, so that hashes say which one they need. */
    @WithDefault("1")
    int pepperVersion();

    /** Files of earlier peppers by version, kept until every hash made with them was renewed by a login. */
    Map<Integer, String> previousPepperFiles();

    /** Exactly 32 bytes; encrypts signing keys and derives the keys of opaque tokens. */
    Optional<String> keysKekFile();

    /** At least 32 bytes; its base64 text is what other parts of Tallybook show as {@code X-Internal-Key}. */
    Optional<String> internalSecretFile();
}
