package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.Grant;

/** What providers granted, sealed at rest. Needs a session; writes need a transaction. */
public interface Grants {

    Uni<Optional<Grant>> of(ConnectionId link);

    /** Stores a grant, the first or a changed one. */
    Uni<Void> save(Grant grant);
}
