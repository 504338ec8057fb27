package org.tallybook.auth.export.persistence;

import java.util.List;

/**
 * A member of the export's document. Names every column that leaves: hashes, HMACs, sealed secrets, tokens and whoever
 * else an event names stay here.
 *
 * @param many whether its value is an array of what the query finds, else the one row or null
 * @param sql yields rows with members named as in the document; {@code $1} is the user
 */
record Section(String name, boolean many, String sql) {

    static final List<Section> ALL = List.of(
            one("profile", """
                    SELECT id, email, email_verified_at AS "emailVerifiedAt", username, time_zone AS "timeZone", locale,
                        to_char(day_start, 'HH24:MI') AS "dayStart", roles, locked_at AS "lockedAt",
                        created_at AS "createdAt", updated_at AS "updatedAt"
                    FROM identity WHERE id = $1
                    """),
            one("emailChange", """
                    SELECT wanted AS email, confirmed_by_old AS "confirmedByOldAddress",
                        confirmed_by_new AS "confirmedByNewAddress", requested_at AS "requestedAt"
                    FROM email_change WHERE user_id = $1
                    """),
            one("password", """
                    SELECT changed_at AS "changedAt", is_short AS short FROM credential WHERE user_id = $1
                    """),
            one("authenticatorApp", """
                    SELECT started_at AS "startedAt", confirmed_at AS "confirmedAt" FROM totp WHERE user_id = $1
                    """),
            one("recoveryCodes", """
                    SELECT count(*) FILTER (WHERE used_at IS NULL) AS "left", count(used_at) AS used,
                        min(created_at) AS "createdAt", max(used_at) AS "lastUsedAt"
                    FROM recovery_code WHERE user_id = $1 HAVING count(*) > 0
                    """),
            many("passkeys", """
                    SELECT id, name, backup_eligible AS synced, created_at AS "createdAt", last_used_at AS "lastUsedAt"
                    FROM passkey WHERE user_id = $1 ORDER BY created_at, id
                    """),
            many("connections", """
                    SELECT a.id, a.provider, a.subject AS "providerUserId", a.display_name AS name, a.state,
                        a.linked_at AS "linkedAt", a.updated_at AS "updatedAt", t.refreshed_at AS "refreshedAt",
                        t.expires_at AS "grantExpiresAt", t.scopes AS "grantedScopes"
                    FROM linked_account a LEFT JOIN oauth_token t ON t.link_id = a.id
                    WHERE a.user_id = $1 ORDER BY a.linked_at, a.id
                    """),
            many("personalTokens", """
                    SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt",
                        last_used_at AS "lastUsedAt"
                    FROM personal_token WHERE user_id = $1 ORDER BY created_at, id
                    """),
            many("invitations", """
                    SELECT id, created_by IS NOT DISTINCT FROM $1 AS "madeByMe",
                        accepted_by IS NOT DISTINCT FROM $1 AS "acceptedByMe", created_at AS "createdAt",
                        expires_at AS "expiresAt", used_at AS "usedAt"
                    FROM invitation WHERE created_by = $1 OR accepted_by = $1 ORDER BY created_at, id
                    """),
            many("sessions", """
                    SELECT id, mode, persistent, client_address AS ip, user_agent AS "userAgent",
                        created_at AS "createdAt", last_seen_at AS "lastSeenAt", proved_at AS "provedAt",
                        idle_until AS "idleUntil", expires_at AS "expiresAt", ended_at AS "endedAt",
                        end_reason AS "endReason",
                        (SELECT count(*) FROM refresh_token WHERE session_id = session.id) AS "refreshTokensIssued"
                    FROM session WHERE user_id = $1 ORDER BY created_at, id
                    """),
            many("waitingSignIns", """
                    SELECT first_factor AS "firstFactor", mode, client_address AS ip, user_agent AS "userAgent", failures,
                        expires_at AS "expiresAt"
                    FROM login_challenge WHERE user_id = $1 ORDER BY expires_at, id
                    """),
            many("failedCodes", "SELECT at FROM failed_code WHERE user_id = $1 ORDER BY at, id"),
            many("knownDevices", """
                    SELECT first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt"
                    FROM known_device WHERE user_id = $1 ORDER BY first_seen_at, last_seen_at
                    """),
            many("mailedLinks", """
                    SELECT purpose, created_at AS "createdAt", expires_at AS "expiresAt", used_at AS "usedAt"
                    FROM mailed_link WHERE user_id = $1 ORDER BY created_at, id
                    """),
            many("waitingMails", """
                    SELECT kind, recipient AS "to", detail AS about, locale, created_at AS "createdAt", attempts
                    FROM mail_outbox
                    WHERE lower(recipient) = (SELECT email_key FROM identity WHERE id = $1)
                        OR link_id IN (SELECT id FROM mailed_link WHERE user_id = $1)
                    ORDER BY created_at, id
                    """),
            many("waitingEvents", """
                    SELECT type, occurred_at AS "at" FROM outbox WHERE user_id = $1 ORDER BY position
                    """),
            many("idempotencyKeys", """
                    SELECT key, status, created_at AS "createdAt" FROM idempotency_key
                    WHERE user_id = $1 ORDER BY created_at, key
                    """),
            one("logins", """
                    SELECT count(*) AS count, min(at) AS first, max(at) AS last
                    FROM audit_event WHERE user_id = $1 AND action = 'LOGIN'
                    """),
            many("audit", """
                    SELECT id, action, at, actor_id IS NOT NULL AS "byAdministrator", client_address AS ip,
                        nullif(user_agent, '') AS "userAgent", subject
                    FROM audit_event WHERE user_id = $1 ORDER BY at DESC, id DESC
                    """));

    /** One JSON text a row. */
    String query() {
        return "SELECT row_to_json(found)::text FROM (" + sql + ") AS found";
    }

    private static Section one(String name, String sql) {
        return new Section(name, false, sql);
    }

    private static Section many(String name, String sql) {
        return new Section(name, true, sql);
    }
}
