--liquibase formatted sql

--changeset tallybook:020-erased-user
--comment Users who are gone, by the SHA-256 of their id: it recognises a late event, and tells nobody who it was.
CREATE TABLE erased_user (
    digest    bytea       PRIMARY KEY CHECK (length(digest) = 32),
    erased_at timestamptz NOT NULL
);

CREATE INDEX erased_user_erased_at ON erased_user (erased_at);

INSERT INTO erased_user (digest, erased_at)
SELECT sha256(uuid_send(user_id)), erased_at FROM projected_user WHERE erased_at IS NOT NULL;

DELETE FROM projected_user WHERE erased_at IS NOT NULL;

ALTER TABLE projected_user DROP COLUMN erased_at;
--rollback ALTER TABLE projected_user ADD COLUMN erased_at timestamptz;
--rollback DROP TABLE erased_user;
