package org.tallybook.auth.audit.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;

/**
 * One security event of an account. Holds no secret and no e-mail address.
 *
 * @param user whose account it concerns
 * @param actor who did it, when it was not the user: an administrator
 * @param client where it came from; null for what Tallybook did by itself
 * @param subject what it was done to, such as the name of a token; at most {@link #LONGEST_SUBJECT} characters
 */
public record AuditEvent(
        UUID id,
        UserId user,
        AuditAction action,
        Instant at,
        @Nullable UserId actor,
        @Nullable Client client,
        @Nullable String subject) {

    public static final int LONGEST_SUBJECT = 200;

    public AuditEvent {
        subject = subject == null || subject.length() <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, LONGEST_SUBJECT);
    }
}
