--liquibase formatted sql

--changeset tallybook:020-erased-user
--comment Users who are gone, by the SHA-256 of their id: it recognises a late event, and tells nobody who it was.
CREATE TABLE erased_user (
    digest    bytea       PRIMARY KEY CHECK (length(digest) = 32),
    erased_at timestamptz NOT NULL
);

CREATE INDEX erased_user_erased_at ON erased_user (erased_at);
--rollback DROP TABLE erased_user;
