--liquibase formatted sql

--changeset tallybook:022-login-challenge
--comment Sign-ins that wait for a second factor, by the HMAC of their token, with how the session will be opened.
CREATE TABLE login_challenge (
    id             uuid        PRIMARY KEY,
    token_hash     bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    user_id        uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    first_factor   text        NOT NULL CHECK (first_factor IN ('PASSWORD', 'OAUTH')),
    mode           text        NOT NULL CHECK (mode IN ('BEARER', 'COOKIE')),
    persistent     boolean     NOT NULL,
    client_address text        NOT NULL CHECK (length(client_address) <= 45),
    user_agent     text        NOT NULL CHECK (length(user_agent) <= 300),
    failures       integer     NOT NULL CHECK (failures >= 0),
    expires_at     timestamptz NOT NULL
);

CREATE INDEX login_challenge_of_user ON login_challenge (user_id);
--rollback DROP TABLE login_challenge;
