package org.tallybook.auth.credential;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.domain.UserId;

/** The password hashes of all users. Needs a session; writes need a transaction. */
public interface Credentials {

    Uni<Optional<PasswordHash>> find(UserId user);

    /** Sets the user's only password. */
    Uni<Void> set(UserId user, PasswordHash hash, Instant now);

    /** Remembers whether the password in force is one only beside a second factor. */
    Uni<Void> markShort(UserId user, boolean isShort);

    /** Whether it is; false without a password. */
    Uni<Boolean> isShort(UserId user);
}
