package org.tallybook.auth.connection.domain;

import java.util.UUID;

/** The id of a link between a user and an account elsewhere. */
public record ConnectionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
