--liquibase formatted sql

--changeset tallybook:020-totp
--comment Authenticator apps. The secret is AES-256-GCM under a key of our own; codes up to last_step are spent.
CREATE TABLE totp (
    user_id       uuid        PRIMARY KEY REFERENCES identity (id) ON DELETE CASCADE,
    sealed_secret bytea       NOT NULL CHECK (length(sealed_secret) = 48),
    started_at    timestamptz NOT NULL,
    confirmed_at  timestamptz CHECK (confirmed_at >= started_at),
    last_step     bigint      NOT NULL CHECK (last_step >= -1)
);
--rollback DROP TABLE totp;
