package org.tallybook.auth.invitation;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.invitation.domain.Invitation;
import org.tallybook.auth.invitation.domain.InvitationId;
import org.tallybook.auth.invitation.domain.InvitationKey;
import org.tallybook.kit.page.Cursor;

/** All invitations. Needs a session; writes need a transaction. */
public interface Invitations {

    Uni<Void> add(Invitation invitation, InvitationKey key);

    /** The newest first. */
    Uni<List<Invitation>> page(Optional<Cursor> after, int atMost);

    /** Makes one worthless; false if there is none. */
    Uni<Boolean> remove(InvitationId id);

    /**
     * Ties an invitation to the address that registers with it; the same address may do so again until it expires.
     * Empty if it is unknown, expired, made for another address or tied to one. Of any number of addresses at once
     * exactly one gets it.
     */
    Uni<Optional<InvitationId>> use(InvitationKey key, EmailAddress applicant, Instant now);

    /** Remembers who came of it; the invitation is erased together with that account. */
    Uni<Void> accepted(InvitationId id, UserId newcomer);
}
