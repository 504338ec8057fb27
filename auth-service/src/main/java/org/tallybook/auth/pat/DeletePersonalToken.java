package org.tallybook.auth.pat;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.pat.domain.PersonalTokenId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.session.TellRevocations;
import org.tallybook.kit.problem.Rejected;

/** Ends a personal access token, at once and in every service. */
@ApplicationScoped
public class DeletePersonalToken {

    private final RemovePersonalToken removing;
    private final TellRevocations revocations;

    DeletePersonalToken(RemovePersonalToken removing, TellRevocations revocations) {
        this.removing = removing;
        this.revocations = revocations;
    }

    /** Fails with {@link Rejected} {@code not-found} unless it is the user's own. */
    public Uni<Void> delete(UserId owner, PersonalTokenId id, Client client) {
        return removing.remove(owner, id, client).chain(revocations::sessions);
    }
}
