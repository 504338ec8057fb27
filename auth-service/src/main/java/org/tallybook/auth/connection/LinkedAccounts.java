package org.tallybook.auth.connection;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.connection.domain.ConnectionId;
import org.tallybook.auth.connection.domain.LinkedAccount;
import org.tallybook.auth.identity.domain.UserId;

/** All links. Needs a session; writes need a transaction. */
public interface LinkedAccounts {

    /** By the provider's own id for its user, and by nothing else. */
    Uni<Optional<LinkedAccount>> of(String provider, String subject);

    Uni<Optional<LinkedAccount>> find(UserId user, ConnectionId id);

    /** In the order of their providers. */
    Uni<List<LinkedAccount>> ofUser(UserId user);

    /** Adds a link unless the provider's account or the user's place for that provider is taken. */
    Uni<Boolean> addIfFree(LinkedAccount account);

    Uni<Void> save(LinkedAccount account);

    /** Removes a link with its grant. */
    Uni<Void> remove(ConnectionId id);
}
