--liquibase formatted sql

--changeset tallybook:003-session
--comment Sign-ins. A browser's is found by the HMAC of its cookie, an API client's by its refresh tokens.
CREATE TABLE session (
    id             uuid        PRIMARY KEY,
    user_id        uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    version        bigint      NOT NULL CHECK (version >= 1),
    mode           text        NOT NULL CHECK (mode IN ('BEARER', 'COOKIE')),
    cookie_hash    bytea       UNIQUE CHECK (length(cookie_hash) = 32),
    persistent     boolean     NOT NULL,
    client_address text        NOT NULL CHECK (length(client_address) <= 45),
    user_agent     text        NOT NULL CHECK (length(user_agent) <= 300),
    created_at     timestamptz NOT NULL,
    last_seen_at   timestamptz NOT NULL,
    idle_until     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL CHECK (idle_until <= expires_at),
    ended_at       timestamptz,
    end_reason     text        CHECK (end_reason IN (
        'LOGOUT', 'LOGOUT_ALL', 'PASSWORD_CHANGED', 'REUSE', 'LOCKED', 'DELETED')),
    CONSTRAINT session_cookie CHECK ((cookie_hash IS NOT NULL) = (mode = 'COOKIE')),
    CONSTRAINT session_end CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
--rollback DROP TABLE session;
