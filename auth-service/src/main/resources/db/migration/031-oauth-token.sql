--liquibase formatted sql

--changeset tallybook:031-oauth-token
--comment What a provider granted for a link, AES-256-GCM, and who is renewing it. Empty once the provider took it back.
CREATE TABLE oauth_token (
    link_id       uuid        PRIMARY KEY REFERENCES linked_account (id) ON DELETE CASCADE,
    version       bigint      NOT NULL CHECK (version >= 1),
    access_token  bytea,
    refresh_token bytea,
    expires_at    timestamptz,
    refreshed_at  timestamptz NOT NULL,
    leased_until  timestamptz,
    retry_at      timestamptz,
    failures      integer     NOT NULL CHECK (failures >= 0),
    CONSTRAINT oauth_token_wiped CHECK (access_token IS NOT NULL OR refresh_token IS NULL)
);
--rollback DROP TABLE oauth_token;
