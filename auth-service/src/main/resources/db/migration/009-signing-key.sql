--liquibase formatted sql

--changeset tallybook:009-signing-key
--comment Keys that sign access tokens; private keys are AES-256-GCM under a key that is not in the database.
CREATE TABLE signing_key (
    id          text        PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    algorithm   text        NOT NULL CHECK (algorithm = 'RS256'),
    public_key  bytea       NOT NULL,
    private_key bytea       NOT NULL,
    active_from timestamptz NOT NULL,
    created_at  timestamptz NOT NULL
);
--rollback DROP TABLE signing_key;
