--liquibase formatted sql

--changeset tallybook:012-personal-token
--comment Personal access tokens: what a user lets a program do. Only an HMAC of a token is kept.
CREATE TABLE personal_token (
    id           uuid        PRIMARY KEY,
    user_id      uuid        NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    token_hash   bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    scopes       text[]      NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 10),
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL CHECK (expires_at > created_at),
    last_used_at timestamptz
);

CREATE INDEX personal_token_of_user ON personal_token (user_id, created_at DESC, id DESC);

CREATE INDEX personal_token_expiry ON personal_token (expires_at);
--rollback DROP TABLE personal_token;
