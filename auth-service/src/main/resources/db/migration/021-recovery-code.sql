--liquibase formatted sql

--changeset tallybook:021-recovery-code
--comment Recovery codes by their HMAC; each opens the account once without the second factor.
CREATE TABLE recovery_code (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    code_hash  bytea       NOT NULL CHECK (length(code_hash) = 32),
    created_at timestamptz NOT NULL,
    used_at    timestamptz CHECK (used_at >= created_at),
    CONSTRAINT recovery_code_once UNIQUE (user_id, code_hash)
);
--rollback DROP TABLE recovery_code;
