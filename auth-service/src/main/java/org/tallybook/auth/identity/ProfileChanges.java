package org.tallybook.auth.identity;

import io.smallrye.mutiny.Uni;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;

/** Hears of every change of a profile, in its transaction. */
public interface ProfileChanges {

    Uni<Void> changed(UserId user, Profile before, Profile after, Client client);
}
