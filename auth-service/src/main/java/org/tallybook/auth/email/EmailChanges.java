package org.tallybook.auth.email;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.tallybook.auth.email.domain.EmailChange;
import org.tallybook.auth.identity.domain.UserId;

/** Changes that wait for their confirmations, at most one a user. Needs a transaction. */
public interface EmailChanges {

    Uni<Optional<EmailChange>> find(UserId user);

    /** Stores a change in the place of an earlier one. */
    Uni<Void> put(EmailChange change);

    Uni<Void> remove(UserId user);
}
