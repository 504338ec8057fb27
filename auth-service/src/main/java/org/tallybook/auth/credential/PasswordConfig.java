package org.tallybook.auth.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What password hashing costs; see docs/security.md of the repository for how the defaults were chosen. */
@ConfigMapping(prefix = "tallybook.password")
public interface PasswordConfig {

    /** Argon2id memory in KiB. */
    @WithDefault("19456")
    int memory();

    @WithDefault("2")
    int passes();

    @WithDefault("1")
    int lanes();

    /** Threads that hash; 0 means one for each processor. Each holds {@link #memory} while it works. */
    @WithDefault("0")
    int threads();

    /** Requests that may wait for such a thread; one more is answered 503. */
    @WithDefault("64")
    int queue();

    /** More passwords to refuse, one a line; the bundled list always applies. */
    Optional<Path> blocklist();
}
