--liquibase formatted sql

--changeset tallybook:030-linked-account
--comment Accounts at other providers, known by the provider's own id. One a user and provider.
CREATE TABLE linked_account (
    id           uuid        PRIMARY KEY,
    user_id      uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    provider     text        NOT NULL CHECK (length(provider) BETWEEN 1 AND 40),
    subject      text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    display_name text        CHECK (length(display_name) <= 200),
    state        text        NOT NULL CHECK (state IN ('ACTIVE', 'REVOKED', 'ERROR')),
    linked_at    timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT linked_account_once UNIQUE (provider, subject),
    CONSTRAINT linked_account_of_user UNIQUE (user_id, provider)
);
--rollback DROP TABLE linked_account;
