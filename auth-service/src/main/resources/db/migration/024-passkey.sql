--liquibase formatted sql

--changeset tallybook:024-passkey
--comment Passkeys: public keys only. attested_data is WebAuthn's attested credential data, as the authenticator made it.
CREATE TABLE passkey (
    id              uuid        PRIMARY KEY,
    user_id         uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    credential_id   bytea       NOT NULL CHECK (length(credential_id) BETWEEN 1 AND 1023),
    attested_data   bytea       NOT NULL CHECK (length(attested_data) BETWEEN 19 AND 8192),
    sign_count      bigint      NOT NULL CHECK (sign_count >= 0),
    backup_eligible boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz CHECK (last_used_at >= created_at),
    CONSTRAINT passkey_once UNIQUE (credential_id)
);

CREATE INDEX passkey_of_user ON passkey (user_id, created_at);
--rollback DROP TABLE passkey;
