package org.tallybook.auth.token;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.tallybook.auth.token.domain.KeyRing;
import org.tallybook.auth.token.domain.SigningKey;

/** Where signing keys are kept, encrypted. */
public interface SigningKeyStore {

    Uni<KeyRing> load();

    /**
     * Adds fresh keys for the turns that are still missing once the store is locked: of several replicas that start
     * together, one adds and the others find.
     *
     * @param missing says which turns a ring lacks
     * @param fresh made beforehand, at least as many as may be missing
     */
    Uni<KeyRing> complete(Function<KeyRing, List<Instant>> missing, List<SigningKey> fresh);

    /** Adds a key that takes over when it says. */
    Uni<Void> add(SigningKey fresh);

    /** Puts one key in the place of all others, of which nothing is kept; returns their ids. */
    Uni<List<String>> replaceAll(SigningKey fresh);
}
