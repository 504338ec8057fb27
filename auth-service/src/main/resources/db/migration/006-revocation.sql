--liquibase formatted sql

--changeset tallybook:006-revocation
--comment What Redis is told of ended sessions and users, kept while a token may be alive.
CREATE TABLE revocation (
    subject    uuid        PRIMARY KEY,
    whole_user boolean     NOT NULL,
    revoked_at timestamptz NOT NULL
);

CREATE INDEX revocation_revoked_at ON revocation (revoked_at);
--rollback DROP TABLE revocation;
