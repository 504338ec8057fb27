package org.tallybook.report.projection.persistence;

/** The statements of {@link FactTables}; each takes one JSON array of facts, whose members are named as in the events. */
final class FactSql {

    static final String USERS = """
            INSERT INTO user_fact AS fact (user_id, version, email, email_verified, username, time_zone, locale,
                                           day_start, locked, created_at, updated_at)
            SELECT s."userId", s.version, s.email, s."emailVerified", s.username, s."timeZone", s.locale,
                   s."dayStart", s.locked, s."createdAt", s."updatedAt"
            FROM jsonb_to_recordset(($1::text)::jsonb) AS s("userId" uuid, version bigint, email text,
                 "emailVerified" boolean, username text, "timeZone" text, locale text, "dayStart" time,
                 locked boolean, "createdAt" timestamptz, "updatedAt" timestamptz)
            ON CONFLICT (user_id) DO UPDATE SET version = excluded.version, email = excluded.email,
                email_verified = excluded.email_verified, username = excluded.username,
                time_zone = excluded.time_zone, locale = excluded.locale, day_start = excluded.day_start,
                locked = excluded.locked, created_at = excluded.created_at, updated_at = excluded.updated_at
            WHERE excluded.version > fact.version
            """;

    static final String TRACKERS = """
            INSERT INTO tracker_fact AS fact (user_id, tracker_id, version, name, type, what_to_track, unit, color,
                                              goal_kind, goal_target, goal_period, weekdays, pauses, archived,
                                              created_at, deleted_at)
            SELECT s."userId", s."trackerId", s.version, s.name, s.type, s."whatToTrack", s.unit, s.color,
                   s.goal->>'kind', (s.goal->>'target')::numeric, s.goal->>'period',
                   ARRAY(SELECT jsonb_array_elements_text(s.schedule->'weekdays')
                         WHERE jsonb_typeof(s.schedule->'weekdays') = 'array'),
                   ARRAY(SELECT (p->>'from') || '/' || coalesce(p->>'to', '..')
                         FROM jsonb_array_elements(coalesce(s.pauses, '[]')) p),
                   s.archived, s."createdAt", s."deletedAt"
            FROM jsonb_to_recordset(($1::text)::jsonb) AS s("userId" uuid, "trackerId" uuid, version bigint,
                 name text, type text, "whatToTrack" text, unit text, color text, goal jsonb, schedule jsonb,
                 pauses jsonb, archived boolean, "createdAt" timestamptz, "deletedAt" timestamptz)
            ON CONFLICT (user_id, tracker_id) DO UPDATE SET version = excluded.version, name = excluded.name,
                type = excluded.type, what_to_track = excluded.what_to_track, unit = excluded.unit,
                color = excluded.color, goal_kind = excluded.goal_kind,
                goal_target = excluded.goal_target, goal_period = excluded.goal_period,
                weekdays = excluded.weekdays, pauses = excluded.pauses, archived = excluded.archived, created_at = excluded.created_at,
                deleted_at = excluded.deleted_at
            WHERE excluded.version > fact.version
            """;

    static final String LOGS = """
            INSERT INTO log_fact AS fact (user_id, log_id, tracker_id, version, value, choice, description, emotion,
                                          status, occurred_at, local_date, created_at, deleted_at)
            SELECT s."userId", s."logId", s."trackerId", s.version, s.value, s.choice, s.description, s.emotion,
                   s.status, s."occurredAt", s."localDate", s."createdAt", s."deletedAt"
            FROM jsonb_to_recordset(($1::text)::jsonb) AS s("userId" uuid, "logId" uuid, "trackerId" uuid,
                 version bigint, value text, choice text, description text, emotion text, status text,
                 "occurredAt" timestamptz, "localDate" date, "createdAt" timestamptz, "deletedAt" timestamptz)
            ON CONFLICT (user_id, log_id) DO UPDATE SET tracker_id = excluded.tracker_id, version = excluded.version,
                value = excluded.value, choice = excluded.choice, description = excluded.description, emotion = excluded.emotion,
                status = excluded.status, occurred_at = excluded.occurred_at, local_date = excluded.local_date,
                created_at = excluded.created_at, deleted_at = excluded.deleted_at
            WHERE excluded.version > fact.version
            """;

    static final String LOGINS = """
            INSERT INTO login_fact (user_id, login_id, at)
            SELECT s."userId", s."loginId", s.at
            FROM jsonb_to_recordset(($1::text)::jsonb) AS s("userId" uuid, "loginId" uuid, at timestamptz)
            ON CONFLICT (user_id, login_id) DO NOTHING
            """;

    private FactSql() {}
}
