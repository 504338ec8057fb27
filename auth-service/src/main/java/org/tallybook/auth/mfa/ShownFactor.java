package org.tallybook.auth.mfa;

import io.smallrye.mutiny.Uni;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.peer.domain.Client;

/** A second factor as somebody has shown it. */
@FunctionalInterface
public interface ShownFactor {

    /** Spends it in the transaction of the sign-in; says whether it is the owner's and good. */
    Uni<Boolean> spend(Identity owner, Client client);
}
