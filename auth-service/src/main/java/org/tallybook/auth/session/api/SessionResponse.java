package org.tallybook.auth.session.api;

import java.time.Instant;
import java.util.UUID;
import org.tallybook.auth.session.domain.Session;

/**
 * One device on which the user is signed in.
 *
 * @param mode {@code BEARER} or {@code COOKIE}
 * @param current whether it is the session of this request
 */
public record SessionResponse(
        UUID id,
        String mode,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        String ip,
        String userAgent,
        boolean current) {

    static SessionResponse of(Session session, UUID currentId) {
        return new SessionResponse(
                session.id().value(),
                session.mode().name(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                session.client().address(),
                session.client().userAgent(),
                session.id().value().equals(currentId));
    }
}
