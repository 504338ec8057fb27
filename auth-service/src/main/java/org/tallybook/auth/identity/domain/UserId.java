package org.tallybook.auth.identity.domain;

import java.util.UUID;

/** The id of a user in every service. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
