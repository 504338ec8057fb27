package org.tallybook.auth.session.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;

/**
 * One sign-in on one device.
 *
 * <pre>
 * open ──refresh, exchange──▶ open
 *      ──logout, reuse, password change, lock, deletion──▶ ended
 *      ──idle or absolute limit──▶ expired
 * </pre>
 *
 * @param persistent whether the browser keeps the cookie after it is closed
 * @param provedAt when its owner last proved who they are; at first, by signing in
 * @param idleUntil when it expires without a sign of life, never after {@code expiresAt}
 */
public record Session(
        SessionId id,
        UserId user,
        SessionMode mode,
        boolean persistent,
        Client client,
        Instant createdAt,
        Instant lastSeenAt,
        Instant provedAt,
        Instant idleUntil,
        Instant expiresAt,
        @Nullable Instant endedAt) {

    public static Session open(SessionId id, UserId user, Opening how, Instant now, SessionTerms terms) {
        Instant end = now.plus(terms.absolute());
        Instant idle = earlier(now.plus(terms.idle()), end);
        return new Session(id, user, how.mode(), how.persistent(), how.client(), now, now, now, idle, end, null);
    }

    public boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(idleUntil) && now.isBefore(expiresAt);
    }

    /** A sign of life. */
    public Session seen(Instant now, SessionTerms terms) {
        return new Session(
                id,
                user,
                mode,
                persistent,
                client,
                createdAt,
                now,
                provedAt,
                earlier(now.plus(terms.idle()), expiresAt),
                expiresAt,
                endedAt);
    }

    /** Whether its owner proved who they are that recently. */
    public boolean isProvedSince(Instant earliest) {
        return !provedAt.isBefore(earliest);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
