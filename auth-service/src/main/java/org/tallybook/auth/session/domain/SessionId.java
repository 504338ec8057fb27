package org.tallybook.auth.session.domain;

import java.util.UUID;

/** The id of a session; the {@code sid} of its access tokens. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
