--liquibase formatted sql

--changeset tallybook:001-projected-user
--comment One row a user: taken first by whoever changes the user's facts, counts the changes, remembers an erasure.
CREATE TABLE projected_user (
    user_id   uuid        PRIMARY KEY,
    revision  bigint      NOT NULL,
    as_of     timestamptz,
    erased_at timestamptz
);
--rollback DROP TABLE projected_user;
