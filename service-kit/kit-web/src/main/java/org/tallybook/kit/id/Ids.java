package org.tallybook.kit.id;

import java.util.UUID;

/** Source of new identifiers; injected, so that tests can foresee them. */
public interface Ids {

    /** A new UUIDv7 (RFC 9562, section 5.7): ordered by time, unpredictable in its random part. */
    UUID next();

    /** Whether a client may use this id for what it creates: UUIDv7 with the RFC's variant. */
    static boolean isAcceptable(UUID id) {
        return id.version() == 7 && id.variant() == 2;
    }
}
