--liquibase formatted sql

--changeset tallybook:004-tracker-fact
--comment The newest known state of a tracker; a deleted one keeps its id, version and nothing else.
CREATE TABLE tracker_fact (
    user_id       uuid    NOT NULL,
    tracker_id    uuid    NOT NULL,
    version       bigint  NOT NULL,
    name          text,
    type          text,
    what_to_track text,
    unit          text,
    color         text,
    archived      boolean,
    created_at    timestamptz,
    deleted_at    timestamptz,
    PRIMARY KEY (user_id, tracker_id),
    CONSTRAINT tracker_fact_state_or_tombstone CHECK (
        deleted_at IS NOT NULL OR (name IS NOT NULL AND type IS NOT NULL AND created_at IS NOT NULL))
);
--rollback DROP TABLE tracker_fact;
