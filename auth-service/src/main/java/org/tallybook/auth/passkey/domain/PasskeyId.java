package org.tallybook.auth.passkey.domain;

import java.util.UUID;

/** The id of a passkey here; its credential id is another. */
public record PasskeyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
