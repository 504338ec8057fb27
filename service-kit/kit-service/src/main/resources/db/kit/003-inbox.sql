--liquibase formatted sql

--changeset tallybook:kit-003-inbox
--comment Messages that could not be applied, with the reason; an operator decides what becomes of them.
CREATE TABLE parked_message (
    id          uuid        PRIMARY KEY,
    queue       text        NOT NULL,
    routing_key text        NOT NULL,
    reason      text        NOT NULL,
    body        bytea       NOT NULL,
    parked_at   timestamptz NOT NULL
);

CREATE INDEX parked_message_parked_at ON parked_message (parked_at);
--rollback DROP TABLE parked_message;
