package org.tallybook.kit.token;

import io.smallrye.mutiny.Uni;
import java.security.PublicKey;
import java.util.Optional;

/** The public keys that access tokens are verified with, by their {@code kid} (RFC 7517, section 4.5). */
public interface VerificationKeys {

    /** The key of that id as far as it is known here and now; asks nobody. */
    Optional<PublicKey> known(String keyId);

    /**
     * Completes, on the caller's context, as soon as {@link #known} can be relied upon: empty then means that there is
     * no such key.
     *
     * @return fails with {@link org.tallybook.kit.problem.Rejected} {@code unavailable} if the issuer cannot be asked:
     *     a token whose key is not known yet is neither good nor bad
     */
    Uni<Void> lookUp(String keyId);
}
