package org.tallybook.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.ProfileChanges;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;

/** Notes that a user took another name; the rest of a profile opens no door. */
@ApplicationScoped
class NoteRenaming implements ProfileChanges {

    private final Audit audit;

    NoteRenaming(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Uni<Void> changed(UserId user, Profile before, Profile after, Client client) {
        return after.username().equals(before.username())
                ? Uni.createFrom().voidItem()
                : audit.note(
                        user,
                        AuditAction.PROFILE_CHANGED,
                        client,
                        after.username().value());
    }
}
