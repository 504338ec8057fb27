--liquibase formatted sql

--changeset tallybook:005-refresh-token
--comment The chain of refresh tokens of a session, by HMAC. Spent ones stay, so that a thief's is recognised.
CREATE TABLE refresh_token (
    id         uuid        PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    token_hash bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    issued_at  timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE INDEX refresh_token_of_session ON refresh_token (session_id);

CREATE UNIQUE INDEX refresh_token_last ON refresh_token (session_id) WHERE used_at IS NULL;
--rollback DROP TABLE refresh_token;
