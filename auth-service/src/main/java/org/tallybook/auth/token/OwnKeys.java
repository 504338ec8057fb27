package org.tallybook.auth.token;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.util.Optional;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.token.VerificationKeys;

/**
 * The verifier's keys, taken from memory: the service that publishes the key set must not depend on calling itself over
 * HTTP, least of all while it starts.
 */
@Singleton
class OwnKeys implements VerificationKeys {

    private final SigningKeys keys;

    OwnKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<PublicKey> known(String keyId) {
        return keys.published(keyId).map(SigningKey::publicKey);
    }

    @Override
    public Uni<Void> lookUp(String keyId) {
        return Uni.createFrom().voidItem();
    }
}
