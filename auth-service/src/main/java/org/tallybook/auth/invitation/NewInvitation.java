package org.tallybook.auth.invitation;

import java.net.URI;
import org.tallybook.auth.invitation.domain.Invitation;

/**
 * A fresh invitation.
 *
 * @param link opens the page to register; whoever has it may use it, so it is shown once
 */
public record NewInvitation(Invitation invitation, URI link) {

    /** The link must not reach a log. */
    @Override
    public String toString() {
        return "NewInvitation[" + invitation.id() + "]";
    }
}
