--liquibase formatted sql

--changeset tallybook:005-log-fact
--comment The newest known state of a log; a deleted one keeps its ids, version and nothing else.
CREATE TABLE log_fact (
    user_id     uuid   NOT NULL,
    log_id      uuid   NOT NULL,
    tracker_id  uuid   NOT NULL,
    version     bigint NOT NULL,
    value       text,
    description text,
    emotion     text,
    status      text,
    occurred_at timestamptz,
    local_date  date,
    created_at  timestamptz,
    deleted_at  timestamptz,
    PRIMARY KEY (user_id, log_id),
    CONSTRAINT log_fact_state_or_tombstone CHECK (
        deleted_at IS NOT NULL
        OR (status IS NOT NULL AND occurred_at IS NOT NULL AND local_date IS NOT NULL AND created_at IS NOT NULL))
);

CREATE INDEX log_fact_local_date ON log_fact (user_id, local_date) WHERE deleted_at IS NULL;
CREATE INDEX log_fact_created_at ON log_fact (user_id, created_at) WHERE deleted_at IS NULL;
--rollback DROP TABLE log_fact;
