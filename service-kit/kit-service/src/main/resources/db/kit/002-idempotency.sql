--liquibase formatted sql

--changeset tallybook:kit-002-idempotency
--comment Answers to requests that carried an Idempotency-Key; kept for a day.
CREATE TABLE idempotency_key (
    user_id     uuid        NOT NULL,
    key         text        NOT NULL CHECK (length(key) <= 200),
    fingerprint text        NOT NULL,
    status      integer,
    headers     text,
    body        text,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);

CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
--rollback DROP TABLE idempotency_key;
