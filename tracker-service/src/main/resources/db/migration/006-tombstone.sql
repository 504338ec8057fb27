--liquibase formatted sql

--changeset tallybook:006-tombstone
--comment Ids that were used and deleted. Consumers keep the version of a deletion, so an id must never start again at 1.
CREATE TABLE tombstone (
    id         uuid        PRIMARY KEY,
    user_id    uuid        NOT NULL,
    version    bigint      NOT NULL CHECK (version >= 2),
    deleted_at timestamptz NOT NULL
);

CREATE INDEX tombstone_of_user ON tombstone (user_id);
--rollback DROP TABLE tombstone;
