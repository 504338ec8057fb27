package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import org.tallybook.auth.identity.domain.UserId;

/** Who has a passkey; answered by the feature that keeps them. Needs a session of the database. */
public interface PasskeyOwners {

    Uni<Boolean> hasPasskey(UserId user);
}
