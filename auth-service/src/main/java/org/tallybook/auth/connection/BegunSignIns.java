package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tallybook.auth.connection.domain.BegunSignIn;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.kit.problem.Rejected;

/** Everybody who is away at a provider, for ten minutes. Fails with {@link Rejected} {@code unavailable}. */
public interface BegunSignIns {

    Uni<Void> add(OpaqueToken state, BegunSignIn begun);

    /** Of any number of callers exactly one gets it. */
    Uni<Optional<BegunSignIn>> take(OpaqueToken state);
}
