package org.tallybook.auth.identity;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.identity.domain.UserState;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.problem.Rejected;

/** All users. Needs a session; writes need a transaction. */
public interface Identities {

    Uni<Optional<Identity>> find(UserId id);

    Uni<Optional<Identity>> withEmail(EmailAddress email);

    Uni<Optional<Identity>> withUsername(Username username);

    /**
     * Users whose username or address begins so, in any case, the newest first.
     *
     * @param beginning empty for everybody; wildcards in it mean themselves
     * @param only empty for all states
     */
    Uni<List<Identity>> page(String beginning, Optional<UserState> only, Optional<Cursor> after, int atMost);

    /** Adds a user unless the address or the name is taken, in any spelling; says whether it was added. */
    Uni<Boolean> addIfFree(Identity identity);

    /** Stores a changed state; fails with {@link Rejected} {@code username-taken}. */
    Uni<Void> save(Identity identity);

    /** Removes a user with everything that belongs to the account in this service. */
    Uni<Void> remove(UserId id);
}
