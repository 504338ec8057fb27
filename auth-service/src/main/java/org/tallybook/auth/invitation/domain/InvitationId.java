package org.tallybook.auth.invitation.domain;

import java.util.UUID;

/** The id of an invitation. */
public record InvitationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
