package org.tallybook.auth.pat.domain;

import java.util.UUID;

/** The id of a personal access token; the {@code sid} of the access tokens that it is exchanged for. */
public record PersonalTokenId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
