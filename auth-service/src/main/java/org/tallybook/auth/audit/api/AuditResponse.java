package org.tallybook.auth.audit.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.audit.domain.AuditEvent;
import org.tallybook.auth.peer.domain.Client;

/**
 * One security event.
 *
 * @param action such as {@code LOGIN}; further ones may come
 * @param byAdministrator whether somebody else did it, in charge of this Tallybook
 * @param ip null when unknown or already forgotten
 * @param subject what it was done to, such as the name of a token
 */
public record AuditResponse(
        UUID id,
        String action,
        Instant at,
        boolean byAdministrator,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String subject) {

    public static AuditResponse of(AuditEvent event) {
        Client client = event.client();
        return new AuditResponse(
                event.id(),
                event.action().name(),
                event.at(),
                event.actor() != null,
                client == null ? null : given(client.address()),
                client == null ? null : given(client.userAgent()),
                event.subject());
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
