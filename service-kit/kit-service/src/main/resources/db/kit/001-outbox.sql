--liquibase formatted sql

--changeset tallybook:kit-001-outbox
--comment The per-user sequence and the events that wait for the broker. bucket is the partition of the user.
CREATE TABLE user_stream (
    user_id  uuid   PRIMARY KEY,
    last_seq bigint NOT NULL CHECK (last_seq >= 0)
);

CREATE TABLE outbox (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    uuid        NOT NULL,
    bucket      integer     NOT NULL,
    user_id     uuid        NOT NULL,
    seq         bigint      NOT NULL,
    type        text        NOT NULL,
    subject     uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    traceparent text,
    data        text        NOT NULL
);

CREATE INDEX outbox_bucket_position ON outbox (bucket, position);
--rollback DROP TABLE outbox;
--rollback DROP TABLE user_stream;
