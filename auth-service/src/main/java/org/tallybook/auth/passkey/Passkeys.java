package org.tallybook.auth.passkey;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.passkey.domain.Octets;
import org.tallybook.auth.passkey.domain.Passkey;
import org.tallybook.auth.passkey.domain.PasskeyId;

/** All passkeys. Needs a session of the database; writes need a transaction. */
public interface Passkeys {

    Uni<Optional<Passkey>> withCredential(Octets credentialId);

    /** The oldest first. */
    Uni<List<Passkey>> of(UserId user);

    Uni<Void> add(Passkey passkey);

    /** Stores that it has signed, unless it has meanwhile signed as often already; says whether it had not. */
    Uni<Boolean> count(PasskeyId id, long signCount, Instant now);

    /** Removes a user's passkey; says whether it was there. */
    Uni<Boolean> remove(UserId user, PasskeyId id);
}
