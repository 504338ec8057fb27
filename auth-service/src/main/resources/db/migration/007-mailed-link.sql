--liquibase formatted sql

--changeset tallybook:007-mailed-link
--comment Links that were mailed, by the HMAC of their token. password_hash is what a link puts in force.
CREATE TABLE mailed_link (
    id            uuid        PRIMARY KEY,
    user_id       uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    purpose       text        NOT NULL CHECK (purpose IN ('VERIFY_EMAIL', 'RESET_PASSWORD')),
    token_hash    bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    password_hash text        CHECK (password_hash LIKE '$argon2id$%' AND length(password_hash) <= 200),
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz
);

CREATE INDEX mailed_link_of_user ON mailed_link (user_id, purpose, created_at);
--rollback DROP TABLE mailed_link;
