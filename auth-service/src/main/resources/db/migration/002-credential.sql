--liquibase formatted sql

--changeset tallybook:002-credential
--comment Password hashes in the PHC string format; the pepper is not in the database.
CREATE TABLE credential (
    user_id       uuid        PRIMARY KEY REFERENCES identity (id) ON DELETE CASCADE,
    version       bigint      NOT NULL CHECK (version >= 1),
    password_hash text        NOT NULL CHECK (password_hash LIKE '$argon2id$%' AND length(password_hash) <= 200),
    changed_at    timestamptz NOT NULL
);
--rollback DROP TABLE credential;
