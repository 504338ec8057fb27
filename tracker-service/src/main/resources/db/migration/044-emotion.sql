--liquibase formatted sql

--changeset tallybook:044-emotion
--comment Emotions of the users' own. Logs keep the name they were written with, so nothing refers to these rows.
CREATE TABLE emotion (
    id          uuid        PRIMARY KEY,
    user_id     uuid        NOT NULL,
    version     bigint      NOT NULL CHECK (version >= 1),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 50 AND name ~ '[^[:space:]]'),
    name_key    text        NOT NULL,
    fingerprint text        NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL CHECK (updated_at >= created_at),
    CONSTRAINT emotion_name_once UNIQUE (user_id, name_key)
);
--rollback DROP TABLE emotion;
